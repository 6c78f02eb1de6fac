package org.nuanxin.localstack.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the providers have in their own books, asked of the sandbox. */
public final class ProviderBooks {

  private final ApiClient sandbox;

  /** The books of the sandbox at that URL. */
  public ProviderBooks(String sandbox) {
    this.sandbox = new ApiClient(sandbox);
  }

  /**
   * Whether a phone has ever got an SMS.
   *
   * @throws InterruptedException when interrupted
   */
  public boolean knows(String phone, Insistence insistence) throws InterruptedException {
    return !received(phone, insistence).isEmpty();
  }

  Optional<String> newestCode(String phone, Insistence insistence) throws InterruptedException {
    for (JsonNode message : received(phone, insistence)) {
      JsonNode code = message.path("params").path("code");
      if (code.isString()) {
        return Optional.of(code.asString());
      }
    }
    return Optional.empty();
  }

  /** How many SMS of a phone, one-time codes aside, say what an earlier one said. */
  int repeatedMessages(String phone, Insistence insistence) throws InterruptedException {
    Set<String> texts = new HashSet<>();
    int repeated = 0;
    for (JsonNode message : received(phone, insistence)) {
      boolean isCode = message.path("params").has("code");
      repeated += isCode || texts.add(message.path("text").asString("")) ? 0 : 1;
    }
    return repeated;
  }

  /**
   * How many policies the insurer has for a member.
   *
   * @throws InterruptedException when interrupted
   */
  public int policies(String memberId, Insistence insistence) throws InterruptedException {
    return items("/insurer/policies?memberId=" + encoded(memberId), insistence).size();
  }

  /**
   * How many entitlements the clinic has for a member.
   *
   * @throws InterruptedException when interrupted
   */
  public int entitlements(String memberId, Insistence insistence) throws InterruptedException {
    return items("/clinic/entitlements?memberId=" + encoded(memberId), insistence).size();
  }

  /**
   * The ledger of all providers, by provider.
   *
   * @throws InterruptedException when interrupted
   */
  public JsonNode ledger(Insistence insistence) throws InterruptedException {
    return insistence.on(() -> sandbox.get("/ledger", null)).body();
  }

  private JsonNode received(String phone, Insistence insistence) throws InterruptedException {
    return items("/sms?phone=" + encoded(phone), insistence);
  }

  private JsonNode items(String path, Insistence insistence) throws InterruptedException {
    return insistence.on(() -> sandbox.get(path, null)).body().path("items");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
