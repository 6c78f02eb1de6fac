package org.nuanxin.localstack.backends;

import com.mongodb.ServerAddress;
import java.nio.file.Path;
import org.nuanxin.localstack.CannotStart;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.mongodb.MongoDBContainer;

/** MongoDB's own image in Docker; Testcontainers ends it with us, also after {@code kill -9}. */
public final class MongoInDocker implements MongoServer {

  private static final String IMAGE = "mongo:8.0";

  private final MongoDBContainer container;

  private MongoInDocker(MongoDBContainer container) {
    this.container = container;
  }

  /** Starts a server whose data goes with it. */
  public static MongoInDocker start() {
    return start(container());
  }

  /** Starts a server on a folder of this machine. */
  static MongoInDocker start(Path data) {
    return start(
        container()
            .withFileSystemBind(data.toAbsolutePath().toString(), "/data/db", BindMode.READ_WRITE));
  }

  private static MongoDBContainer container() {
    return new MongoDBContainer(IMAGE)
        .withCommand("--replSet", ReplicaSet.NAME, "--bind_ip_all", "--quiet");
  }

  private static MongoInDocker start(MongoDBContainer container) {
    try {
      container.start();
    } catch (ContainerLaunchException e) {
      throw new CannotStart(
          CannotStart.Reason.MISSING,
          "Docker answers but cannot start "
              + IMAGE
              + ": pull the image, or install MongoDB so that `mongod` is on PATH.",
          e);
    }
    MongoInDocker server = new MongoInDocker(container);
    ReplicaSet.ensureWritable(server.address(), "127.0.0.1:27017", container::isRunning);
    return server;
  }

  private ServerAddress address() {
    return new ServerAddress(container.getHost(), container.getMappedPort(27017));
  }

  /** Direct, since the set knows its member by the address inside the container. */
  @Override
  public String uri() {
    return "mongodb://" + address() + "/?directConnection=true";
  }

  @Override
  public String origin() {
    return IMAGE + " in Docker";
  }

  @Override
  public void close() {
    container.stop();
  }
}
