package org.nuanxin.membership.member.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.BsonDocument;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Member;

/** Applications beyond the bound of a person's document, one document each. */
final class ApplicationsArchive {

  private static final String APPLICATION = "a";

  private final MongoCollection<BsonDocument> archive;

  ApplicationsArchive(MongoDatabase database) {
    this.archive = database.getCollection("applicationsArchive", BsonDocument.class);
  }

  /** Copies the stored applications that the changed person will no longer hold. */
  void keepBeyondBound(MongoCollection<BsonDocument> members, Member changed) {
    int oldestKept = changed.applications().getFirst().ordinal();
    if (oldestKept == 1) {
      return;
    }
    BsonDocument stored =
        members
            .find(
                and(
                    eq(MemberForm.ID, changed.id()),
                    eq(MemberForm.FEDERATION, changed.federation())))
            .first();
    if (stored == null) {
      return;
    }
    for (Application each : MemberForm.read(stored).applications()) {
      if (each.ordinal() < oldestKept) {
        BsonDocument document = new BsonDocument(MemberForm.ID, Bson.text(each.id()));
        document.put(MemberForm.FEDERATION, Bson.text(changed.federation()));
        document.put(APPLICATION, ApplicationForm.write(each));
        archive.replaceOne(
            eq(MemberForm.ID, each.id()), document, new ReplaceOptions().upsert(true));
      }
    }
  }

  Optional<Application> find(String applicationId) {
    return Application.memberOf(applicationId)
        .flatMap(memberId ->
            Optional.ofNullable(archive.find(eq(MemberForm.ID, applicationId)).first())
                .map(
                    document -> ApplicationForm.read(memberId, document.getDocument(APPLICATION))));
  }
}
