package org.nuanxin.localstack.backends;

import java.nio.file.Path;
import java.util.Properties;

/** How the one-node broker is set: small, quick to start, and as careful as one node can be. */
final class KafkaSettings {

  static final String CONTROLLER = "CONTROLLER";
  static final int NODE = 1;

  private KafkaSettings() {}

  static Properties of(Path data, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", String.valueOf(NODE));
    // A static quorum does not store its addresses, so a free controller port may differ each time.
    p.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    p.put("controller.listener.names", CONTROLLER);
    p.put(
        "listeners",
        "PLAIN://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    p.put("advertised.listeners", "PLAIN://127.0.0.1:" + port);
    p.put("listener.security.protocol.map", "PLAIN:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    p.put("inter.broker.listener.name", "PLAIN");
    p.put("log.dirs", data.toString());

    p.put("auto.create.topics.enable", "false");
    p.put("num.partitions", "12");
    p.put("default.replication.factor", "1");
    p.put("min.insync.replicas", "1");
    p.put("log.retention.hours", String.valueOf(24 * 30));
    for (String internal :
        new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
      p.put(internal + ".num.partitions", "4");
      p.put(internal + ".replication.factor", "1");
    }
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("group.consumer.session.timeout.ms", "10000");
    p.put("group.consumer.min.session.timeout.ms", "6000");
    p.put("group.consumer.heartbeat.interval.ms", "3000");
    p.put("group.consumer.min.heartbeat.interval.ms", "1000");

    // After kill -9 the old registration must lapse before the node may come back; shorter, and a
    // machine that is busy for some seconds loses its only broker.
    p.put("broker.session.timeout.ms", "6000");
    p.put("broker.heartbeat.interval.ms", "1000");

    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("num.recovery.threads.per.data.dir", "2");
    p.put("background.threads", "2");
    p.put("log.cleaner.dedupe.buffer.size", "2097152");
    p.put("log.index.size.max.bytes", "1048576");
    return p;
  }
}
