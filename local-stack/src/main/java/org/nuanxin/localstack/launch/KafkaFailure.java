package org.nuanxin.localstack.launch;

import java.util.Optional;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.KafkaBroker;

/** What happens when Kafka meets an error that it cannot go on from, such as a full disk. */
public final class KafkaFailure {

  private KafkaFailure() {}

  /**
   * From now on this JVM says on the screen that Kafka cannot go on and then ends in good order,
   * instead of halting without a word.
   */
  public static void endsThisProcess(Screen screen) {
    KafkaBroker.onFatalError(why -> {
      screen.say("Kafka cannot go on (" + why + ")" + log());
      // From a thread of its own, for the broker's own stop waits for the one that told us.
      Thread.ofPlatform().start(() -> System.exit(CannotStart.Reason.FAILED.exitCode()));
    });
  }

  private static String log() {
    return Optional.ofNullable(System.getProperty("nuanxin.launcher.log"))
        .map(file -> "; see " + file)
        .orElse("");
  }
}
