package org.nuanxin.kit.pii;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Personal data with keys from the environment, unless a service brings its own key provider. */
@AutoConfiguration
public class PiiAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  PiiKeys piiKeys(
      @Value("${nuanxin.pii.keys:}") String keys,
      @Value("${nuanxin.pii.index-keys:}") String indexKeys) {
    return new EnvironmentPiiKeys(keys, indexKeys);
  }

  @Bean
  @ConditionalOnMissingBean
  PersonalData personalData(PiiKeys keys) {
    return new PersonalData(keys);
  }

  @Bean
  @ConditionalOnMissingBean
  BlindIndex blindIndex(PiiKeys keys) {
    return new BlindIndex(keys);
  }
}
