package org.nuanxin.localstack.backends;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.nuanxin.localstack.CannotStart;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.mongodb.MongoDBContainer;

/** MongoDB's own image in Docker; Testcontainers ends it with us, also after {@code kill -9}. */
public final class MongoInDocker implements MongoServer {

  private static final String IMAGE = "mongo:8.0";
  private static final String VOLUME_FILE = "docker-volume";
  private static final int PORT = 27017;

  private final MongoDBContainer container;

  private MongoInDocker(MongoDBContainer container) {
    this.container = container;
  }

  /** Starts a server whose data goes with it. */
  public static MongoInDocker start() {
    return start(container());
  }

  /**
   * Starts a server on the volume that belongs to the folder. The server in the container is
   * another user, whose files in the folder itself we could not delete.
   */
  static MongoInDocker start(Path data) {
    Bind volume = new Bind(volumeOf(data), new Volume("/data/db"));
    return start(
        container()
            .withCreateContainerCmdModifier(command -> hostConfig(command).withBinds(volume)));
  }

  /** Deletes the volume that belongs to the folder, if there is one. */
  static void forget(Path data) {
    if (!Files.exists(data.resolve(VOLUME_FILE)) || !Docker.answers()) {
      return;
    }
    String volume = volumeOf(data);
    try {
      DockerClientFactory.instance().client().removeVolumeCmd(volume).exec();
    } catch (NotFoundException e) {
      // Somebody has deleted it already, or it was never used.
    } catch (DockerException e) {
      throw new CannotStart(
          CannotStart.Reason.DISK,
          "Docker does not delete the volume " + volume + ": " + e.getMessage(),
          e);
    }
  }

  /** The volume's name, made at the first start and kept in the folder. */
  private static String volumeOf(Path data) {
    Path file = data.resolve(VOLUME_FILE);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(data);
        Files.writeString(file, "nuanxin-" + UUID.randomUUID());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CannotStart(CannotStart.Reason.DISK, "Cannot write " + file + ".", e);
    }
  }

  private static HostConfig hostConfig(CreateContainerCmd command) {
    return Objects.requireNonNull(command.getHostConfig());
  }

  private static MongoDBContainer container() {
    return new MongoDBContainer(IMAGE)
        .withCommand("--replSet", ReplicaSet.NAME, "--bind_ip_all", "--quiet")
        .withCreateContainerCmdModifier(MongoInDocker::publishHereOnly);
  }

  /** The server asks nobody for a password, so it must not be reached from other machines. */
  private static void publishHereOnly(CreateContainerCmd command) {
    if (DockerClientFactory.instance().dockerHostIpAddress().equals("localhost")) {
      hostConfig(command)
          .withPortBindings(
              new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT)));
    }
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
    ReplicaSet.ensureWritable(server.address(), "127.0.0.1:" + PORT, container::isRunning);
    return server;
  }

  private ServerAddress address() {
    return new ServerAddress(container.getHost(), container.getMappedPort(PORT));
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
