package org.nuanxin.membership.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept of who asked for whose phone, and for how long. */
class ContactLookupsTest extends RunningService {

  private static final String COLLECTION = "contactLookups";

  @Autowired private MongoDatabase database;

  @Test
  void writesDownWhoAskedForWhomAndWhen() {
    String member = apply(Worker.somebody()).text("/memberId");
    String service = TestTokens.with("asking-service", Map.of("roles", List.of("SERVICE")));
    Instant before = Instant.now().minusSeconds(1);

    post(service, "/internal/v1/contacts", Map.of("memberIds", List.of(member)));

    List<Document> written =
        database
            .getCollection(COLLECTION)
            .find(Filters.eq("members", member))
            .into(new ArrayList<>());
    assertThat(written).hasSize(1);
    assertThat(written.getFirst().getString("by")).isEqualTo("asking-service");
    // A date and not a text: only dates are forgotten by an index.
    assertThat(written.getFirst().getDate("at").toInstant()).isAfter(before);
  }

  @Test
  void forgetsALookUpAfterHalfAYear() {
    List<Document> indexes =
        database.getCollection(COLLECTION).listIndexes().into(new ArrayList<>());

    assertThat(indexes)
        .filteredOn(index -> index.get("key").equals(new Document("at", 1)))
        .singleElement()
        .satisfies(index ->
            assertThat(index.get("expireAfterSeconds", Number.class).longValue())
                .isEqualTo(Duration.ofDays(180).toSeconds()));
  }
}
