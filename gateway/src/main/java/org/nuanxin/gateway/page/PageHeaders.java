package org.nuanxin.gateway.page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What every page tells the browser about itself: it runs our own scripts only, talks to nobody
 * else, is framed by nobody, and may ask for the place and the camera but for nothing more.
 */
public final class PageHeaders {

  /** Name of the header field of the policy. */
  public static final String POLICY = "Content-Security-Policy";

  private static final String PERMISSIONS =
      "geolocation=(self), camera=(self), accelerometer=(), autoplay=(), display-capture=(),"
          + " encrypted-media=(), fullscreen=(), gyroscope=(), hid=(), idle-detection=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(),"
          + " publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(),"
          + " xr-spatial-tracking=()";

  private final String policy;
  private final boolean hsts;

  PageHeaders(PageSettings settings) {
    this.policy = policy(settings.tileOrigin(), settings.inlineStyleAttributes());
    this.hsts = settings.hsts();
  }

  /** Tells them with an answer, whatever the answer is. */
  public void tell(HttpHeaders headers) {
    headers.set(POLICY, policy);
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Permissions-Policy", PERMISSIONS);
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (hsts) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static String policy(@Nullable String tileOrigin, boolean inlineStyleAttributes) {
    return "default-src 'none'; script-src 'self'; style-src 'self'"
        + (inlineStyleAttributes ? "; style-src-attr 'unsafe-inline'" : "")
        + "; img-src 'self' data: blob:"
        + (tileOrigin == null ? "" : " " + tileOrigin)
        + "; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'"
        + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }
}
