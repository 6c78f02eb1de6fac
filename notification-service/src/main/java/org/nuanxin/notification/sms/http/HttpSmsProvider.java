package org.nuanxin.notification.sms.http;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nuanxin.kit.bundle.BundleItem;
import org.nuanxin.notification.sms.SmsProvider;
import org.nuanxin.notification.sms.http.SmsCalls.BundleAnswer;
import org.nuanxin.notification.sms.http.SmsCalls.Unsure;

/**
 * The SMS provider over HTTP, behind a circuit breaker, with a second try in place for one text.
 */
final class HttpSmsProvider implements SmsProvider {

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;

  private final SmsCalls calls;
  private final Retry retry;
  private final CircuitBreaker breaker;

  HttpSmsProvider(SmsCalls calls, Retry retry, CircuitBreaker breaker) {
    this.calls = calls;
    this.retry = retry;
    this.breaker = breaker;
  }

  @Override
  public Outcome deliver(Text text, boolean unsure) {
    AtomicBoolean askFirst = new AtomicBoolean(unsure);
    try {
      // Each try passes the breaker by itself; only what is unsure is tried again.
      return retry.executeSupplier(() -> breaker.executeSupplier(() -> attempt(text, askFirst)));
    } catch (CallNotPermittedException e) {
      // When a try came before this, it was an unsure one.
      return askFirst.get() && !unsure ? Outcome.UNSURE : Outcome.NOT_TRIED;
    } catch (Unsure e) {
      return Outcome.UNSURE;
    }
  }

  private Outcome attempt(Text text, AtomicBoolean askFirst) {
    if (askFirst.getAndSet(true) && isKnown(text.key())) {
      return Outcome.ACCEPTED;
    }
    int status = calls.send(text);
    Outcome outcome = judged(status);
    if (outcome == Outcome.UNSURE) {
      throw answered(status);
    }
    return outcome;
  }

  private boolean isKnown(String key) {
    int status = calls.find(key);
    return switch (status) {
      case 200 -> true;
      case 404 -> false;
      default -> throw answered(status);
    };
  }

  @Override
  public List<Outcome> deliver(List<Text> texts) {
    BundleAnswer answer;
    try {
      answer = breaker.executeSupplier(() -> attempt(texts));
    } catch (CallNotPermittedException e) {
      return Collections.nCopies(texts.size(), Outcome.NOT_TRIED);
    } catch (Unsure e) {
      return Collections.nCopies(texts.size(), Outcome.UNSURE);
    }
    return BundleItem.isRefusedAsBundle(answer.status())
        ? Collections.nCopies(texts.size(), Outcome.ONLY_SINGLY)
        : answer.texts().stream().map(HttpSmsProvider::judged).toList();
  }

  private BundleAnswer attempt(List<Text> texts) {
    BundleAnswer answer = calls.send(texts);
    if (answer.texts().isEmpty() && !BundleItem.isRefusedAsBundle(answer.status())) {
      throw answered(answer.status());
    }
    return answer;
  }

  private static Outcome judged(int status) {
    boolean passing = status == REQUEST_TIMEOUT || status == TOO_MANY;
    return switch (status / 100) {
      case 2 -> Outcome.ACCEPTED;
      case 4 -> passing ? Outcome.UNSURE : Outcome.REFUSED;
      default -> Outcome.UNSURE;
    };
  }

  private static Unsure answered(int status) {
    return new Unsure("The SMS provider answered " + status);
  }
}
