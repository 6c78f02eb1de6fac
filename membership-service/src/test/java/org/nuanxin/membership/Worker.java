package org.nuanxin.membership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.kit.security.TestTokens;

/** A made-up worker with an ID number and a phone that nobody else has. */
public record Worker(String name, String idNumber, String phone) {

  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (System.nanoTime() / 1000 % 40_000));
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  /** Somebody nobody has met. */
  public static Worker somebody() {
    int n = NEXT.incrementAndGet();
    String birth = "19%02d%02d%02d".formatted(60 + n % 40, 1 + n / 40 % 12, 1 + n / 480 % 28);
    return new Worker("符亚海", idNumber("460200", birth, n % 1000), "139%08d".formatted(n));
  }

  /** A well-formed ID number. */
  public static String idNumber(String region, String birth, int order) {
    String body = region + birth + "%03d".formatted(order);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  public String token() {
    return TestTokens.worker(phone);
  }

  public String phoneIndex() {
    return TestPii.blindIndex().of(PhoneNumbers.toE164(phone).orElseThrow(), BlindIndex.PHONE);
  }

  /** A plain application by a courier. */
  public Map<String, Object> application() {
    Map<String, Object> application = new LinkedHashMap<>();
    application.put("name", name);
    application.put("idNumber", idNumber);
    application.put("phone", phone);
    application.put("occupation", "COURIER");
    application.put("platforms", new ArrayList<>(List.of("示例速递")));
    application.put("employer", null);
    application.put("communityCode", "460202198001");
    application.put("stationCode", null);
    application.put("consentVersion", "2026-01");
    application.put("language", "zh-CN");
    return application;
  }

  /** The same with one field changed. */
  public Map<String, Object> with(String field, Object value) {
    Map<String, Object> application = application();
    application.put(field, value);
    return application;
  }

  /** An application that the default rules send to a reviewer. */
  public Map<String, Object> forReview() {
    return with("employer", Map.of("name", "三亚海韵示例快运有限公司吉阳分公司"));
  }
}
