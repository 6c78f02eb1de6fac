package org.nuanxin.gateway.instance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where instances are written down.
 *
 * @param instancesFile a JSON file {@code {"service": ["url", ..], ..}}, read again when it changes
 * @param services URLs by service, used when there is no file
 */
@ConfigurationProperties("nuanxin.gateway")
record InstanceSettings(
    @Nullable Path instancesFile, @DefaultValue Map<String, List<String>> services) {}
