package org.nuanxin.kit.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.nuanxin.kit.security.Caller;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * The service's OpenAPI at {@code /v3/api-docs}, made when somebody first asks: bearer tokens, and
 * a problem as the answer to whatever goes wrong.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(OpenApiCustomizer.class)
public class OpenApiAutoConfiguration {

  private static final String BEARER = "bearer";
  private static final String PROBLEM = "Problem";

  @Bean
  OpenApiCustomizer kitOpenApi(@Value("${nuanxin.service:service}") String service) {
    // The caller comes from the token, not from a parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    return api -> {
      api.setInfo(new Info().title("Nuanxin " + service).version("v1"));
      // Relative: the gateway serves the same paths.
      api.setServers(List.of(new Server().url("/")));
      api.getComponents()
          .addSecuritySchemes(
              BEARER,
              new SecurityScheme()
                  .type(SecurityScheme.Type.HTTP)
                  .scheme("bearer")
                  .bearerFormat("JWT"))
          .addSchemas(PROBLEM, problem());
      api.addSecurityItem(new SecurityRequirement().addList(BEARER));
      addProblemAnswers(api);
    };
  }

  private static void addProblemAnswers(OpenAPI api) {
    if (api.getPaths() == null) {
      return;
    }
    ApiResponse answer =
        new ApiResponse()
            .description("A problem (RFC 9457)")
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    api.getPaths()
        .values()
        .forEach(path ->
            path.readOperations()
                .forEach(operation -> operation.getResponses().addApiResponse("default", answer)));
  }

  private static Schema<?> problem() {
    Schema<?> error =
        new ObjectSchema()
            .addProperty("field", new StringSchema())
            .addProperty("code", new StringSchema())
            .addProperty("message", new StringSchema());
    return new ObjectSchema()
        .description("RFC 9457; type ends with the stable code")
        .addProperty("type", new StringSchema().format("uri"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("code", new StringSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
        .addProperty("traceId", new StringSchema())
        .addProperty("errors", new ArraySchema().items(error));
  }
}
