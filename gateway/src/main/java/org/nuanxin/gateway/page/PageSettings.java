package org.nuanxin.gateway.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the front ends are served.
 *
 * @param location where {@code worker/} and {@code console/} are, a resource location ending in a
 *     slash
 * @param tileOrigin from where maps may load images, such as {@code https://tiles.example.org}; by
 *     default from nowhere else
 * @param hsts whether browsers are told to come back by TLS only
 * @param inlineStyleAttributes whether {@code style="..."} in markup is obeyed. Off: Vue, Element
 *     Plus, Vant and Leaflet set styles by script (CSSOM), which the policy does not concern
 */
@ConfigurationProperties("nuanxin.gateway.pages")
record PageSettings(
    @DefaultValue("classpath:web/") String location,
    @Nullable String tileOrigin,
    @DefaultValue("true") boolean hsts,
    @DefaultValue("false") boolean inlineStyleAttributes) {

  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9*.-]+(:\\d+)?");

  PageSettings {
    if (tileOrigin != null && tileOrigin.isBlank()) {
      tileOrigin = null;
    }
    if (tileOrigin != null && !ORIGIN.matcher(tileOrigin).matches()) {
      throw new IllegalArgumentException(
          "nuanxin.gateway.pages.tile-origin is scheme and host, such as"
              + " https://tiles.example.org");
    }
    if (!location.endsWith("/")) {
      throw new IllegalArgumentException("nuanxin.gateway.pages.location ends in a slash");
    }
  }
}
