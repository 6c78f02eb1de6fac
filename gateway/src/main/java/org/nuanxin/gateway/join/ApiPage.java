package org.nuanxin.gateway.join;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.util.Locale;
import java.util.Map;
import org.nuanxin.gateway.rule.Services;
import tools.jackson.databind.JsonNode;

/** The joined document as a page for people: made here, without script and without other hosts. */
final class ApiPage {

  private final StringBuilder html = new StringBuilder(64 * 1024);
  private final JsonNode document;
  private final SchemaSample samples;

  private ApiPage(JsonNode document) {
    this.document = document;
    this.samples = new SchemaSample(document);
  }

  static String of(JsonNode document) {
    return new ApiPage(document).page();
  }

  private String page() {
    html.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Nuanxin API</title>
        <link rel="stylesheet" href="/openapi/ui.css">
        </head>
        <body>
        <main>
        <h1>Nuanxin API</h1>
        <p>Sign in with <code>POST /api/v1/auth/token</code>, then send
        <code>Authorization: Bearer &hellip;</code>. Errors are problems (RFC 9457).
        For machines: <a href="/openapi">OpenAPI 3.1</a>.</p>
        """);
    if (document.path("x-partial").asBoolean()) {
      html.append("<p class=\"partial\" role=\"status\">Not every service answered: ");
      html.append("this page is incomplete. Load it again in a moment.</p>\n");
    }
    service(Services.GATEWAY);
    Services.BEHIND.forEach(this::service);
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void service(String service) {
    html.append("<h2>").append(htmlEscape(service)).append("</h2>\n");
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (service.equals(operation.getValue().path("x-service").asString(""))) {
          operation(path.getKey(), operation);
        }
      }
    }
  }

  private void operation(String path, Map.Entry<String, JsonNode> member) {
    JsonNode operation = member.getValue();
    html.append("<details><summary><b>")
        .append(htmlEscape(member.getKey().toUpperCase(Locale.ROOT)))
        .append("</b> <code>")
        .append(htmlEscape(path))
        .append("</code> ")
        .append(htmlEscape(operation.path("summary").asString("")))
        .append(operation.path("security").isEmpty() ? " <i>public</i>" : "")
        .append("</summary>\n");
    String description = operation.path("description").asString("");
    if (!description.isEmpty()) {
      html.append("<p>").append(htmlEscape(description)).append("</p>\n");
    }
    parameters(operation.path("parameters"));
    content("Body", operation.path("requestBody").path("content"));
    for (var response : operation.path("responses").properties()) {
      content(response.getKey(), response.getValue().path("content"));
    }
    html.append("</details>\n");
  }

  private void parameters(JsonNode parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    html.append("<table><tr><th>Name</th><th>In</th><th>Value</th></tr>\n");
    for (JsonNode parameter : parameters) {
      html.append("<tr><td><code>")
          .append(htmlEscape(parameter.path("name").asString("")))
          .append(parameter.path("required").asBoolean() ? "</code> *" : "</code>")
          .append("</td><td>")
          .append(htmlEscape(parameter.path("in").asString("")))
          .append("</td><td>")
          .append(htmlEscape(samples.of(parameter.path("schema"))))
          .append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private void content(String title, JsonNode content) {
    for (var media : content.properties()) {
      html.append("<p>")
          .append(htmlEscape(title))
          .append(" <small>")
          .append(htmlEscape(media.getKey()))
          .append("</small></p>\n<pre>")
          .append(htmlEscape(samples.of(media.getValue().path("schema"))))
          .append("</pre>\n");
    }
  }
}
