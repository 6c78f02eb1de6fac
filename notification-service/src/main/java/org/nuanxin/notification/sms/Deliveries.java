package org.nuanxin.notification.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.nuanxin.kit.bundle.Bundles;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.sms.SmsProvider.Outcome;
import org.nuanxin.notification.sms.SmsProvider.Text;
import org.nuanxin.notification.sms.SmsQueue.Settled;
import org.nuanxin.notification.template.Templates;

/**
 * Hands claimed messages to the provider, so many calls at once and no more. Those that nobody can
 * have sent before share a call; for any other the provider is asked first, by itself. Whatever is
 * wrong with one message stops no other.
 */
public final class Deliveries {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final SmsProvider provider;
  private final Templates templates;
  private final int atOnce;
  private final int bundle;

  /**
   * To this provider.
   *
   * @param atOnce most calls to it at a time
   * @param bundle most messages in one call
   */
  public Deliveries(SmsProvider provider, Templates templates, int atOnce, int bundle) {
    this.provider = provider;
    this.templates = templates;
    this.atOnce = atOnce;
    this.bundle = bundle;
  }

  /**
   * Makes them.
   *
   * @param phones of each member, E.164
   * @param claimed since when the messages are the caller's
   * @param goOn asked before each call; when it says no, what is left stays due
   * @param settled where each that ended is noted
   */
  void make(
      List<PendingSms> all,
      Map<String, String> phones,
      Instant claimed,
      BooleanSupplier goOn,
      List<Settled> settled) {
    Queue<PendingSms> onlySingly = new ConcurrentLinkedQueue<>();
    Call call = new Call(phones, claimed, onlySingly);
    make(Bundles.of(all, PendingSms::unsure, bundle), call, claimed, goOn, settled);
    make(onlySingly.stream().map(List::of).toList(), call, claimed, goOn, settled);
  }

  private void make(
      List<List<PendingSms>> calls,
      Call call,
      Instant claimed,
      BooleanSupplier goOn,
      List<Settled> settled) {
    Semaphore places = new Semaphore(atOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Settled>>> running = new ArrayList<>(calls.size());
      for (List<PendingSms> messages : calls) {
        running.add(
            threads.submit(() -> {
              places.acquire();
              try {
                return goOn.getAsBoolean()
                    ? call.about(messages)
                    : messages.stream().map(sms -> untried(sms, claimed)).toList();
              } finally {
                places.release();
              }
            }));
      }
      for (Future<List<Settled>> each : running) {
        settled.addAll(each.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("What has no outcome is marked; the provider is asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Settled untried(PendingSms sms, Instant due) {
    return new Settled.Untried(sms, due);
  }

  private static Duration waitAfter(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** A call about one message or several, made by many threads. */
  private final class Call {

    private final Map<String, String> phones;
    private final Instant claimed;
    private final Queue<PendingSms> onlySingly;

    Call(Map<String, String> phones, Instant claimed, Queue<PendingSms> onlySingly) {
      this.phones = phones;
      this.claimed = claimed;
      this.onlySingly = onlySingly;
    }

    List<Settled> about(List<PendingSms> messages) {
      List<Settled> settled = new ArrayList<>(messages.size());
      List<PendingSms> asked = new ArrayList<>(messages.size());
      List<Text> texts = new ArrayList<>(messages.size());
      for (PendingSms sms : messages) {
        try {
          texts.add(text(sms.message()));
          asked.add(sms);
        } catch (RuntimeException e) {
          settled.add(broken(sms, sms.unsure(), e));
        }
      }
      try {
        List<Outcome> outcomes = deliver(asked, texts);
        for (int i = 0; i < asked.size(); i++) {
          note(asked.get(i), outcomes.get(i), settled);
        }
      } catch (RuntimeException e) {
        asked.forEach(sms -> settled.add(broken(sms, true, e)));
      }
      return settled;
    }

    private List<Outcome> deliver(List<PendingSms> asked, List<Text> texts) {
      return switch (texts.size()) {
        case 0 -> List.of();
        case 1 -> List.of(provider.deliver(texts.getFirst(), asked.getFirst().unsure()));
        default -> provider.deliver(texts);
      };
    }

    private void note(PendingSms sms, Outcome outcome, List<Settled> settled) {
      switch (outcome) {
        case ACCEPTED -> settled.add(new Settled.Sent(sms));
        case REFUSED -> settled.add(new Settled.Failed(sms));
        case UNSURE -> settled.add(new Settled.Postponed(sms, nextTry(sms), true));
        case NOT_TRIED -> settled.add(untried(sms, claimed));
        case ONLY_SINGLY -> onlySingly.add(sms);
      }
    }

    private Settled broken(PendingSms sms, boolean unsure, RuntimeException why) {
      return new Settled.Broken(sms, nextTry(sms), unsure, why);
    }

    private Instant nextTry(PendingSms sms) {
      return claimed.plus(waitAfter(sms.attempts()));
    }

    private Text text(Message message) {
      String phone = Objects.requireNonNull(phones.get(message.memberId()), "reachable");
      Templates.Sms sms = templates.sms(message).orElseThrow();
      return new Text(message.id().text(), phone, message.kind().name(), sms.text(), sms.params());
    }
  }
}
