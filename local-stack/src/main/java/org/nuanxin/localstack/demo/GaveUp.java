package org.nuanxin.localstack.demo;

/** A call got no lasting answer in time, or one that ends the worker's journey. */
public final class GaveUp extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GaveUp(String trouble) {
    super(trouble);
  }
}
