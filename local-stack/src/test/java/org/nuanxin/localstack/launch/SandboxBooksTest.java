package org.nuanxin.localstack.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.CannotStart;

class SandboxBooksTest {

  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir Path folder;

  @Test
  void thatHaveOutgrownTheMemoryAreToldInOneSentence() throws IOException {
    Files.write(folder.resolve("sms.journal"), new byte[3 * MEBIBYTE]);
    Files.write(folder.resolve("insurer.journal"), new byte[2 * MEBIBYTE]);

    assertThatThrownBy(() -> SandboxBooks.mustFit(folder, 12L * MEBIBYTE))
        .isInstanceOf(CannotStart.class)
        .hasMessage(
            "The sandbox's books in "
                + folder
                + " have grown to 5 MB, more than it can hold; begin anew with --fresh.");
  }

  @Test
  void thatFitAreNoMatter() throws IOException {
    Files.write(folder.resolve("sms.journal"), new byte[5 * MEBIBYTE]);

    assertThatCode(() -> SandboxBooks.mustFit(folder, 13L * MEBIBYTE)).doesNotThrowAnyException();
  }

  @Test
  void thatAreNotThereYetFit() {
    assertThatCode(() -> SandboxBooks.mustFit(folder.resolve("none"), 1))
        .doesNotThrowAnyException();
  }
}
