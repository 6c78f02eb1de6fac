package org.nuanxin.localstack.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

  @TempDir private Path folder;

  @Test
  void isReadableForItsOwnerOnly() throws Exception {
    Path file = folder.resolve("secret.json");

    PrivateFile.replace(file, "{}");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void isSeenWholeWhileItIsReplaced() throws Exception {
    Path file = folder.resolve("state.json");
    String one = "1".repeat(50_000);
    String two = "2".repeat(50_000);
    PrivateFile.replace(file, one);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> {
          for (int i = 0; i < 300; i++) {
            PrivateFile.replace(file, i % 2 == 0 ? two : one);
          }
          done.set(true);
        });

    while (!done.get()) {
      assertThat(Files.readString(file)).isIn(one, two);
    }
    writer.get();
    assertThat(folder).isDirectoryNotContaining("glob:**.next");
  }
}
