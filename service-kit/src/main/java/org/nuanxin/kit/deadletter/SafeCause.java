package org.nuanxin.kit.deadletter;

/** What of a failure may be kept and logged: it quotes no payload. */
final class SafeCause {

  private SafeCause() {}

  /** Class and message; the kit's own failures quote no payload, foreign messages are left out. */
  static String of(RuntimeException cause) {
    String name = cause.getClass().getSimpleName();
    boolean ours = cause.getClass().getName().startsWith("org.nuanxin.");
    StackTraceElement[] trace = cause.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return ours ? name + ": " + cause.getMessage() : name + where;
  }
}
