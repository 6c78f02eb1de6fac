package org.nuanxin.localstack.sandbox;

import java.io.Closeable;
import org.nuanxin.localstack.sandbox.http.Answer;
import org.nuanxin.localstack.sandbox.http.Request;

/** One provider with its protocol, its book and its faults. Safe for use by many threads. */
interface Provider extends Closeable {

  /** Answers a call to any path below the provider's own. */
  Answer answer(Request request) throws InterruptedException;

  /** The line its faults are switched on at. */
  FaultyLine line();

  /** Its ledger. */
  Totals totals();
}
