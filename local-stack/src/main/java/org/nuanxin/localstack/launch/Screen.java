package org.nuanxin.localstack.launch;

/** Where a person reads what happens, a line at a time; called from several threads. */
@FunctionalInterface
public interface Screen {

  /** Shows the line. */
  void say(String line);

  /** The terminal, or whatever standard output is. */
  static Screen standardOutput() {
    return line -> {
      System.out.println(line);
      System.out.flush();
    };
  }
}
