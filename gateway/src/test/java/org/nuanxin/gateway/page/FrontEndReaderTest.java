package org.nuanxin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where the files of the front ends may lie. */
class FrontEndReaderTest {

  @TempDir private Path folder;

  @Test
  void readsFromAJar() throws IOException {
    Path jar = folder.resolve("暖新 web+1.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name :
          new String[] {
            "web/",
            "web/worker/",
            "web/worker/index.html",
            "web/worker/index.html.br",
            "web/worker/assets/",
            "web/worker/assets/worker/",
            "web/worker/assets/worker/a-12345678.js",
            "other/index.html"
          }) {
        out.putNextEntry(new JarEntry(name));
        if (!name.endsWith("/")) {
          out.write(name.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      FrontEnds read = reader(loader, "classpath:web/", 1000).frontEnds().block();

      assertThat(read.console()).isNull();
      FrontEnd worker = read.worker();
      assertThat(text(worker.find("/"), Coding.NONE)).isEqualTo("web/worker/index.html");
      assertThat(text(worker.index(), Coding.BROTLI)).isEqualTo("web/worker/index.html.br");
      assertThat(worker.index().contents()).doesNotContainKey(Coding.GZIP);
      assertThat(text(worker.find("/assets/worker/a-12345678.js"), Coding.NONE))
          .isEqualTo("web/worker/assets/worker/a-12345678.js");
      assertThat(worker.find("/index.html.br")).isNull();
      assertThat(worker.find("/assets")).isNull();
      assertThat(worker.find("/../../other/index.html")).isNull();
    }
  }

  @Test
  void readsFromAFolderAndNotBeforeItIsAsked() throws IOException {
    Path web = Files.createDirectories(folder.resolve("a b/暖新/web"));
    var frontEnds = reader(null, web.toUri().toString(), 1000).frontEnds();
    write(web.resolve("console/index.html"), "first");
    write(web.resolve("console/assets/x.js"), "x");

    FrontEnds read = frontEnds.block();
    assertThat(read.worker()).isNull();
    assertThat(read.console().find("/assets")).isNull();
    assertThat(read.console().find("/assets/")).isNull();
    write(web.resolve("console/index.html"), "second");
    assertThat(text(read.console().index(), Coding.NONE)).isEqualTo("second");
    write(web.resolve("console/index.html"), "third");
    assertThat(text(read.console().index(), Coding.NONE)).isEqualTo("second");
    assertThat(text(read.console().find("/assets/x.js"), Coding.NONE)).isEqualTo("x");
  }

  @Test
  void holdsNoMoreThanItMay() throws IOException {
    Path web = folder.resolve("web");
    write(web.resolve("worker/index.html"), "12345678");
    write(web.resolve("worker/large.js"), "123");
    write(web.resolve("worker/small.js"), "12");
    FrontEnd worker = reader(null, web.toUri().toString(), 10).frontEnds().block().worker();

    assertThat(text(worker.index(), Coding.NONE)).isEqualTo("12345678");
    assertThatIllegalStateException()
        .isThrownBy(() -> text(worker.find("/large.js"), Coding.NONE))
        .withMessageContaining("larger than 10 bytes");
    assertThat(text(worker.find("/small.js"), Coding.NONE)).isEqualTo("12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiles.example.org",
        "https://a.example; script-src *",
        "https://a.example https://b.example",
        "https://a.example/path",
        "*"
      })
  void takesOnlyAnOriginForTiles(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageSettings("classpath:web/", origin, true, false))
        .withMessageContaining("tile-origin");
  }

  private static FrontEndReader reader(
      @Nullable ClassLoader loader, String location, long mostBytes) {
    return new FrontEndReader(new PathMatchingResourcePatternResolver(loader), location, mostBytes);
  }

  private static String text(PageFile file, Coding coding) {
    return StandardCharsets.UTF_8
        .decode(file.contents().get(coding).block().bytes().duplicate())
        .toString();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
