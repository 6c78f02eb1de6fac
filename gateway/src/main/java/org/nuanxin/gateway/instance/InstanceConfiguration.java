package org.nuanxin.gateway.instance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import org.nuanxin.gateway.rule.Services;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Instances from the file where one is named, else from configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InstanceSettings.class)
class InstanceConfiguration {

  @Bean
  Instances instances(InstanceSettings settings) {
    Instances instances = new Instances();
    if (settings.instancesFile() == null) {
      instances.replace(settings.services());
    }
    return instances;
  }

  @Bean
  @ConditionalOnProperty("nuanxin.gateway.instances-file")
  InstancesFile instancesFile(InstanceSettings settings, JsonMapper mapper, Instances instances) {
    Path file = settings.instancesFile();
    if (file == null) {
      throw new IllegalStateException("nuanxin.gateway.instances-file is empty");
    }
    return new InstancesFile(file, mapper, instances);
  }

  @Bean
  MeterBinder instanceFigures(Instances instances) {
    return registry -> {
      for (String service : Services.BEHIND) {
        Gauge.builder("gateway.instances", instances, known -> known.of(service).size())
            .description("Instances known to the gateway")
            .tag("target", service)
            .register(registry);
      }
    };
  }
}
