package org.nuanxin.notification;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nuanxin.notification.sms.SmsProvider;

/**
 * A provider that knows no idempotency: what is sent twice arrives twice. It can only be asked by
 * the key, as its port says.
 */
final class PlainProvider implements SmsProvider {

  private final Map<String, Integer> arrived = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Integer> bundles = new CopyOnWriteArrayList<>();
  private volatile Runnable meanwhile = () -> {};
  private volatile boolean losingAnswers;
  private volatile boolean takingBundles = true;

  /** What happens while a text is being taken. */
  void whileTaking(Runnable meanwhile) {
    this.meanwhile = meanwhile;
  }

  @Override
  public Outcome deliver(Text text, boolean unsure) {
    if (unsure) {
      asked.add(text.key());
      if (arrived.containsKey(text.key())) {
        return Outcome.ACCEPTED;
      }
    }
    arrived.merge(text.key(), 1, Integer::sum);
    meanwhile.run();
    return Outcome.ACCEPTED;
  }

  @Override
  public List<Outcome> deliver(List<Text> texts) {
    bundles.add(texts.size());
    if (!takingBundles) {
      return Collections.nCopies(texts.size(), Outcome.ONLY_SINGLY);
    }
    texts.forEach(text -> arrived.merge(text.key(), 1, Integer::sum));
    meanwhile.run();
    return Collections.nCopies(texts.size(), losingAnswers ? Outcome.UNSURE : Outcome.ACCEPTED);
  }

  /** Whether the answers to bundles get lost from now on. */
  void losesAnswers(boolean losing) {
    losingAnswers = losing;
  }

  /** Takes one text at a time from now on. */
  void takesNoBundles() {
    takingBundles = false;
  }

  /** How many texts came in each bundle. */
  List<Integer> bundles() {
    return List.copyOf(bundles);
  }

  /** How often each text arrived, by key. */
  Map<String, Integer> arrived() {
    return Map.copyOf(arrived);
  }

  /** Keys it was asked for. */
  List<String> asked() {
    return List.copyOf(asked);
  }
}
