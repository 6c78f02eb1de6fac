package org.nuanxin.gateway.join;

import tools.jackson.databind.JsonNode;

/** What a service said to a question of the gateway's. */
record Answer(int status, JsonNode body) {

  boolean isGood() {
    return status == 200;
  }
}
