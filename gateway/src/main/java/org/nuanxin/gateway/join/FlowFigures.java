package org.nuanxin.gateway.join;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nuanxin.gateway.join.Flow.Group;
import org.nuanxin.gateway.join.Flow.Http;
import org.nuanxin.gateway.join.Flow.Provider;
import org.nuanxin.gateway.join.Flow.Relay;
import tools.jackson.databind.JsonNode;

/**
 * What the instances of one service say, as one. What is in a database or a broker every instance
 * sees whole, and the largest figure is taken, since they look at different moments; what a process
 * counts of its own doing is summed.
 */
final class FlowFigures {

  /** States in which a provider is called as ever; any other is the news. */
  private static final Set<String> AS_EVER = Set.of("CLOSED", "UP");

  private final List<JsonNode> instances;

  /** Of these rows, each an instance's own in {@code ops/status}. */
  FlowFigures(List<JsonNode> instances) {
    this.instances = instances;
  }

  Flow.Row row(String service, int known, Http http) {
    long pending = largest("outboxPending");
    return new Flow.Row(
        service,
        known,
        instances.size(),
        pending,
        largest("consumerLag"),
        largest("deadLetters"),
        groups(),
        new Relay(
            instances.stream().mapToLong(row -> row.path("relay").path("sent").asLong(0)).sum(),
            pending),
        http,
        largest("waiting"),
        providers(),
        known == 0 || instances.size() < known || !knowLag());
  }

  private List<Group> groups() {
    Map<String, Group> groups = new TreeMap<>();
    for (JsonNode instance : instances) {
      for (JsonNode said : instance.path("groups")) {
        Group group =
            new Group(
                said.path("group").asString(""),
                said.path("topic").asString(""),
                said.path("lag").asLong(0),
                said.path("handled").asLong(0));
        groups.merge(group.group() + ' ' + group.topic(), group, FlowFigures::joined);
      }
    }
    return List.copyOf(groups.values());
  }

  private static Group joined(Group one, Group other) {
    return new Group(
        one.group(),
        one.topic(),
        Math.max(one.lag(), other.lag()),
        one.handled() + other.handled());
  }

  private List<Provider> providers() {
    Map<String, Provider> providers = new TreeMap<>();
    for (JsonNode instance : instances) {
      for (JsonNode said : instance.path("providers")) {
        Provider provider =
            new Provider(said.path("name").asString(""), said.path("state").asString(""));
        providers.merge(
            provider.name(), provider, (one, other) -> AS_EVER.contains(one.state()) ? other : one);
      }
    }
    return List.copyOf(providers.values());
  }

  private boolean knowLag() {
    return instances.stream().allMatch(row -> row.path("lagKnown").asBoolean(true));
  }

  private long largest(String field) {
    return instances.stream().mapToLong(row -> row.path(field).asLong(0)).max().orElse(0);
  }
}
