package org.nuanxin.localstack.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.workspace.Secrets;

class ServiceImagesTest {

  @TempDir private Path folder;

  @Test
  void leavesNoPractisingServiceBehindWhenItIsBrokenOff() throws Exception {
    ServiceImage image = new ServiceImage(Service.STATIONS, folder, tinyJar());
    CountDownLatch practising = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ServiceImages images = new ServiceImages(JavaRuntime.current());
    CompletableFuture<Void> practice =
        CompletableFuture.runAsync(() ->
            images.practise(
                Map.of(Service.STATIONS, image),
                Map.of(Service.STATIONS, Address.free()),
                environment(),
                folder,
                () -> {
                  practising.countDown();
                  end.await();
                },
                made -> {}));
    practising.await();
    assertThat(services()).hasSize(1);

    try {
      images.close();

      await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(services()).isEmpty());
    } finally {
      end.countDown();
    }
    assertThat(practice).failsWithin(Duration.ofSeconds(20));
  }

  private List<Long> services() {
    return ProcessHandle.current()
        .descendants()
        .filter(process ->
            process
                .info()
                .commandLine()
                .filter(line -> line.contains(folder.toString()))
                .isPresent())
        .map(ProcessHandle::pid)
        .toList();
  }

  private Environment environment() {
    return new Environment("", "", "", "", "", "", "", "", Secrets.in(folder), false);
  }

  /** A jar that runs the tests' own tiny service. */
  private Path tinyJar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, TinyService.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = folder.resolve("tiny.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
