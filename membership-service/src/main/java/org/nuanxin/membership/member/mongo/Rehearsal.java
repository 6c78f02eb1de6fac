package org.nuanxin.membership.member.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Members;

/** Does all that storing a new person takes, short of storing it: for the warm-up. */
public final class Rehearsal implements Members {

  private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

  @Override
  public boolean add(Member member) {
    BsonDocument document = MemberForm.write(member);
    document.put(Outbox.EVENTS, FrozenEvents.write(FrozenEvents.of(member)));
    RawBsonDocument encoded = new RawBsonDocument(document, CODEC);
    return MemberForm.read(encoded).version() == member.version();
  }

  @Override
  public void save(Member changed) {
    throw new UnsupportedOperationException("Nobody is there to be changed");
  }

  @Override
  public Optional<Member> find(String federation, String id) {
    return Optional.empty();
  }

  @Override
  public List<Member> findAll(String federation, Collection<String> ids) {
    return List.of();
  }

  @Override
  public Walk after(String id, int limit) {
    return new Walk(List.of(), 0, Optional.empty());
  }

  @Override
  public Optional<Member> withIdNumber(String federation, List<String> ids) {
    return Optional.empty();
  }

  @Override
  public Optional<Member> withPhone(String federation, String phoneIndex) {
    return Optional.empty();
  }

  @Override
  public Optional<Member> withKey(String federation, String keyHash) {
    return Optional.empty();
  }

  @Override
  public Optional<Application> archived(String applicationId) {
    return Optional.empty();
  }
}
