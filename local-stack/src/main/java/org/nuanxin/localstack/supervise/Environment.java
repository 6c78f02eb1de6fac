package org.nuanxin.localstack.supervise;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nuanxin.localstack.workspace.Secrets;

/**
 * What every service is told by its environment: the other side of the configuration contract.
 * Secrets go this way too, so that they stand on no command line.
 *
 * @param kafka bootstrap servers
 * @param mongo connection string
 * @param sandbox base URL of the providers
 * @param issuer the gateway's URL, by which tokens are issued
 * @param identity identity-service's own URL
 * @param membership membership-service's own URL
 * @param instancesFile from which the gateway learns the instances
 * @param accountsFile the staff accounts to import
 * @param secrets of this stack
 * @param forLoad whether services warm up before they are ready and look for events without rest
 */
public record Environment(
    String kafka,
    String mongo,
    String sandbox,
    String issuer,
    String identity,
    String membership,
    String instancesFile,
    String accountsFile,
    Secrets secrets,
    boolean forLoad) {

  private static final String SERVICE_CLIENT = "notification-service";

  /** The variables of one instance. */
  public Map<String, String> of(Service service, String instance, Address address) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("SPRING_PROFILES_ACTIVE", "local");
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    variables.put("SERVER_PORT", String.valueOf(address.port()));
    variables.put("MANAGEMENT_SERVER_PORT", String.valueOf(address.management()));
    variables.put("NUANXIN_SERVICE", service.module());
    variables.put("NUANXIN_INSTANCE", instance);
    variables.put("NUANXIN_LIFELINE", "true");
    variables.put("NUANXIN_WARMUP", String.valueOf(forLoad));
    variables.put("NUANXIN_SECURITY_ISSUER", issuer);
    variables.put("NUANXIN_SECURITY_JWKSURI", identity + "/oauth2/jwks");
    if (service == Service.GATEWAY) {
      variables.put("NUANXIN_GATEWAY_INSTANCESFILE", instancesFile);
      return variables;
    }
    variables.put("SPRING_KAFKA_BOOTSTRAPSERVERS", kafka);
    variables.put("SPRING_MONGODB_URI", mongo);
    variables.put("NUANXIN_PII_KEYS", "local=" + secrets.piiKey());
    variables.put("NUANXIN_PII_INDEXKEYS", "local=" + secrets.indexKey());
    // Rarer looks for events make larger batches, and spare a laptop's processor at rest.
    variables.put("NUANXIN_CONSUMER_FETCHMAXWAITMILLIS", forLoad ? "120" : "100");
    addOwn(service, variables);
    return variables;
  }

  private void addOwn(Service service, Map<String, String> variables) {
    switch (service) {
      case IDENTITY -> {
        variables.put("NUANXIN_PROVIDERS_SMSURL", sandbox + "/sms");
        variables.put("NUANXIN_IDENTITY_ACCOUNTSFILE", accountsFile);
        variables.put(
            "NUANXIN_IDENTITY_SERVICECLIENTS",
            SERVICE_CLIENT + "=" + secrets.serviceClientSecret());
      }
      case BENEFITS -> {
        variables.put("NUANXIN_PROVIDERS_INSURERURL", sandbox + "/insurer");
        variables.put("NUANXIN_PROVIDERS_CLINICURL", sandbox + "/clinic");
      }
      case NOTIFICATION -> {
        variables.put("NUANXIN_PROVIDERS_SMSURL", sandbox + "/sms");
        variables.put("NUANXIN_MEMBERSHIP_URL", membership);
        variables.put("NUANXIN_SERVICECLIENT_ID", SERVICE_CLIENT);
        variables.put("NUANXIN_SERVICECLIENT_SECRET", secrets.serviceClientSecret());
        variables.put("NUANXIN_SERVICECLIENT_TOKENURI", identity + "/oauth2/token");
      }
      case MEMBERSHIP, STATIONS, GATEWAY -> {
        // What all have is enough.
      }
    }
  }

  @Override
  public String toString() {
    return "Environment[...]";
  }
}
