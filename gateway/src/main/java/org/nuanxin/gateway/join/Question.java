package org.nuanxin.gateway.join;

import java.util.Map;
import java.util.TreeMap;
import org.nuanxin.gateway.visit.ClientAddresses;
import org.nuanxin.gateway.visit.RequestIds;
import org.nuanxin.gateway.visit.Traceparent;
import org.nuanxin.gateway.visit.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** What the gateway asks services on behalf of a caller, who is told to them with it. */
record Question(String pathAndQuery, Map<String, String> headers) {

  /** Of this caller's. */
  static Question of(ServerRequest request, String pathAndQuery) {
    Visit visit = Visit.of(request.exchange());
    Map<String, String> headers = new TreeMap<>();
    headers.put(HttpHeaders.ACCEPT, "application/json");
    headers.put(RequestIds.HEADER, visit.requestId());
    headers.put(Traceparent.HEADER, visit.trace().value());
    headers.put(ClientAddresses.HEADER, visit.address().getHostAddress());
    String authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      headers.put(HttpHeaders.AUTHORIZATION, authorization);
    }
    return new Question(pathAndQuery, headers);
  }

  /** Of the gateway's own, on nobody's behalf. */
  static Question own(String path) {
    return new Question(path, Map.of(HttpHeaders.ACCEPT, "application/json"));
  }
}
