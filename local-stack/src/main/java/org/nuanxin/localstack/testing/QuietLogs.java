package org.nuanxin.localstack.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Keeps the broker's many words out of the output of tests, also after Spring Boot has set up
 * logging anew.
 */
final class QuietLogs implements LoggerContextListener {

  // A stopping or restarting broker makes its own clients complain; errors still show.
  private static final List<String> ERRORS_ONLY =
      List.of("kafka", "org.apache.kafka", "state.change.logger", "org.mongodb.driver");

  private QuietLogs() {}

  static void keep() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      QuietLogs quiet = new QuietLogs();
      context.addListener(quiet);
      quiet.onReset(context);
    }
  }

  @Override
  public boolean isResetResistant() {
    return true;
  }

  @Override
  public void onStart(LoggerContext context) {
    onReset(context);
  }

  @Override
  public void onReset(LoggerContext context) {
    ERRORS_ONLY.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
  }

  @Override
  public void onStop(LoggerContext context) {
    // Nothing is held.
  }

  @Override
  public void onLevelChange(Logger logger, Level level) {
    // Whoever sets a level on purpose wins.
  }
}
