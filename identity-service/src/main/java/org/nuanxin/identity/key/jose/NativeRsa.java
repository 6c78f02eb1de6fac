package org.nuanxin.identity.key.jose;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * RSA signatures by native code (AWS-LC through Amazon Corretto Crypto Provider) and nothing else
 * of that provider: a sign-in's signature is most of its cost, eight times so where HotSpot has
 * only its C1 compiler (ADR 10). Signatures are the same bytes whoever makes them.
 */
final class NativeRsa extends Provider {

  private static final long serialVersionUID = 1L;
  private static final String NAME = "NuanxinNativeRsa";
  private static final String MADE_BY =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final String TYPE = "Signature";
  private static final String ALGORITHM = "SHA256withRSA";

  private NativeRsa(Service signature) {
    super(NAME, signature.getProvider().getVersionStr(), "SHA256withRSA by native code");
    putService(new Handed(this, signature));
  }

  /**
   * Puts it before the JDK's own, for this whole JVM.
   *
   * @return whether the native library is there for this system; else the JDK goes on signing
   */
  static boolean install() {
    if (Security.getProvider(NAME) != null) {
      return true;
    }
    Optional<Service> signature =
        ServiceLoader.load(Provider.class).stream()
            .filter(found -> found.type().getName().equals(MADE_BY))
            .findFirst()
            .map(ServiceLoader.Provider::get)
            // Without its library the provider offers no service.
            .map(provider -> provider.getService(TYPE, ALGORITHM));
    signature.ifPresent(service -> Security.insertProviderAt(new NativeRsa(service), 1));
    return signature.isPresent();
  }

  /** A service that another provider makes. */
  private static final class Handed extends Service {

    private final Service from;

    Handed(Provider provider, Service from) {
      super(provider, TYPE, ALGORITHM, from.getClassName(), null, null);
      this.from = from;
    }

    @Override
    public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
      return Objects.requireNonNull(from.newInstance(parameter));
    }

    @Override
    public boolean supportsParameter(@Nullable Object parameter) {
      return from.supportsParameter(parameter);
    }
  }
}
