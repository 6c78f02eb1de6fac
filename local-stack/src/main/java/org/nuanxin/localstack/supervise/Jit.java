package org.nuanxin.localstack.supervise;

/** Which compilers the services' JVMs use: the quick one, or both for sustained load. */
public enum Jit {
  /** Compiles once and quickly: the shortest start and the least memory. */
  C1,
  /** Compiles what is hot a second time, better: for load and for measuring. */
  FULL
}
