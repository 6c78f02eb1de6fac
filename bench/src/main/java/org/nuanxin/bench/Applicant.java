package org.nuanxin.bench;

import org.nuanxin.localstack.sample.Worker;

/**
 * A worker who is signed in and has the application ready to be sent.
 *
 * @param token the access token
 * @param application the request, made beforehand so that the load generator has little to do
 */
record Applicant(Worker worker, String token, byte[] application) {

  @Override
  public String toString() {
    return "Applicant";
  }
}
