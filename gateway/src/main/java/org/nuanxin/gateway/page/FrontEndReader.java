package org.nuanxin.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Finds the files of the front ends, in a jar or a folder. They are listed at the first question
 * and read one by one as they are asked for: no start-up waits for them.
 */
final class FrontEndReader {

  private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

  private final ResourcePatternResolver resources;
  private final String location;
  private final long mostBytes;
  private final AtomicLong held = new AtomicLong();

  /** Reads below a location, and never holds more than so many bytes. */
  FrontEndReader(ResourcePatternResolver resources, String location, long mostBytes) {
    this.resources = resources;
    this.location = location;
    this.mostBytes = mostBytes;
  }

  /** Both apps, where they were built. */
  Mono<FrontEnds> frontEnds() {
    return once(() -> new FrontEnds(frontEnd("worker"), frontEnd("console")));
  }

  private @Nullable FrontEnd frontEnd(String app) throws IOException {
    Resource index = resources.getResource(location + app + "/index.html");
    if (!index.exists()) {
      return null;
    }
    String root = index.getURL().toString().replaceFirst("/index\\.html$", "");
    Map<String, Resource> found = new HashMap<>();
    for (Resource resource : resources.getResources(root + "/**/*")) {
      String path = plain(resource.getURL().toString()).substring(plain(root).length());
      // Folders are listed too. To ask each whether it can be read would open every file.
      if (!path.endsWith("/")) {
        found.put(path, resource);
      }
    }
    Map<String, PageFile> files = new HashMap<>();
    for (String path : found.keySet()) {
      if (!isPacked(path, found)) {
        files.put(path, file(path, found));
      }
    }
    return new FrontEnd(files);
  }

  private static boolean isPacked(String path, Map<String, Resource> found) {
    int dot = path.lastIndexOf('.');
    return (path.endsWith(Coding.BROTLI.suffix()) || path.endsWith(Coding.GZIP.suffix()))
        && found.containsKey(path.substring(0, dot));
  }

  private PageFile file(String path, Map<String, Resource> found) {
    Map<Coding, Mono<Content>> contents = new EnumMap<>(Coding.class);
    for (Coding coding : Coding.values()) {
      Resource resource = found.get(path + coding.suffix());
      if (resource != null) {
        contents.put(coding, once(() -> content(resource)));
      }
    }
    return new PageFile(FileType.of(path), FileType.isImmutable(path), contents);
  }

  private Content content(Resource resource) throws IOException {
    try (InputStream in = resource.getInputStream()) {
      byte[] bytes = in.readAllBytes();
      if (held.addAndGet(bytes.length) > mostBytes) {
        held.addAndGet(-bytes.length);
        throw new IllegalStateException("The front ends are larger than " + mostBytes + " bytes");
      }
      return Content.of(bytes);
    }
  }

  /** Read off the event loop, and once: a failure is tried again. */
  private static <T> Mono<T> once(Reading<T> reading) {
    return Mono.fromCallable(reading::read)
        .subscribeOn(Schedulers.boundedElastic())
        .cache(value -> FOR_EVER, error -> Duration.ZERO, () -> Duration.ZERO);
  }

  private static String plain(String url) {
    return UriUtils.decode(url, StandardCharsets.UTF_8);
  }

  private interface Reading<T> {
    T read() throws IOException;
  }
}
