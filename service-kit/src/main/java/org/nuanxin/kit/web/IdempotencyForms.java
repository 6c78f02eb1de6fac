package org.nuanxin.kit.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PersonalData;
import org.nuanxin.kit.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a call is kept: its scope as a hash, its body as a keyed hash, its answer encrypted, since
 * both may hold personal data.
 */
final class IdempotencyForms {

  private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);
  private static final String PURPOSE = "idempotency";

  private final JsonMapper mapper;
  private final PersonalData personalData;
  private final BlindIndex blindIndex;

  IdempotencyForms(JsonMapper mapper, PersonalData personalData, BlindIndex blindIndex) {
    this.mapper = mapper;
    this.personalData = personalData;
    this.blindIndex = blindIndex;
  }

  /** The same for the same caller, path and key, and for nothing else. */
  String operation(Caller caller, String key) {
    String scope = String.join("\n", caller.federation(), caller.subject(), currentCall(), key);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(scope.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  String fingerprint(Object body) {
    return blindIndex.of(canonical(body), PURPOSE);
  }

  boolean isSame(Object body, String fingerprint) {
    return blindIndex.all(canonical(body), PURPOSE).contains(fingerprint);
  }

  String store(String operation, ResponseEntity<?> answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = answer.getHeaders().getFirst(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    Stored stored =
        new Stored(answer.getStatusCode().value(), headers, mapper.valueToTree(answer.getBody()));
    return personalData.encrypt(mapper.writeValueAsString(stored), PURPOSE + ":" + operation);
  }

  <T> ResponseEntity<T> replay(String operation, String answer) {
    Stored stored =
        mapper.readValue(personalData.decrypt(answer, PURPOSE + ":" + operation), Stored.class);
    ResponseEntity.BodyBuilder response = ResponseEntity.status(stored.status());
    stored.headers().forEach(response::header);
    JsonNode body = stored.body();
    if (body == null || body.isNull()) {
      return response.build();
    }
    @SuppressWarnings("unchecked") // The type is that of the controller method that answers.
    T value = (T) mapper.treeToValue(body, mapper.constructType(answerType()));
    return response.body(value);
  }

  private String canonical(Object body) {
    return mapper
        .writer()
        .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .writeValueAsString(body);
  }

  private static String currentCall() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? current.getRequest().getMethod() + " " + current.getRequest().getRequestURI()
        : "";
  }

  /** What {@code T} of the controller method's {@code ResponseEntity<T>} is. */
  private static Type answerType() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        && current.getRequest().getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
            instanceof HandlerMethod method
        && method.getMethod().getGenericReturnType() instanceof ParameterizedType type
        && type.getRawType() == ResponseEntity.class
        && !type.getActualTypeArguments()[0].getTypeName().equals("?")) {
      return type.getActualTypeArguments()[0];
    }
    return JsonNode.class;
  }

  private record Stored(int status, Map<String, String> headers, @Nullable JsonNode body) {}
}
