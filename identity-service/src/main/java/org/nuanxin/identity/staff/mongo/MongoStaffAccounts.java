package org.nuanxin.identity.staff.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.nuanxin.identity.staff.StaffAccount;
import org.nuanxin.identity.staff.StaffAccounts;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One document per account, by federation and user name. */
@Component
class MongoStaffAccounts implements StaffAccounts {

  private static final String COLLECTION = "staff_accounts";

  private final MongoCollection<Document> accounts;
  private final String federation;

  MongoStaffAccounts(MongoDatabase database, @Value("${nuanxin.federation}") String federation) {
    this.accounts = database.getCollection(COLLECTION);
    this.federation = federation;
  }

  @Override
  public Optional<StaffAccount> find(String username) {
    Document found = accounts.find(eq("_id", id(username))).first();
    return Optional.ofNullable(found).map(MongoStaffAccounts::account);
  }

  @Override
  public void addIfAbsent(StaffAccount account) {
    try {
      accounts.insertOne(document(account));
    } catch (MongoWriteException failure) {
      if (!DuplicateKeys.is(failure)) {
        throw failure;
      }
      // Another instance was first; its account is as good.
    }
  }

  private Document document(StaffAccount account) {
    return new Document("_id", id(account.username()))
        .append("federation", federation)
        .append("username", account.username())
        .append("passwordHash", account.passwordHash())
        .append("roles", account.roles().stream().sorted().toList())
        .append("unions", account.unions())
        .append("station", account.station());
  }

  private static StaffAccount account(Document document) {
    return new StaffAccount(
        document.getString("username"),
        document.getString("passwordHash"),
        Set.copyOf(document.getList("roles", String.class)),
        document.getList("unions", String.class),
        document.getString("station"));
  }

  private String id(String username) {
    return federation + ":" + username;
  }
}
