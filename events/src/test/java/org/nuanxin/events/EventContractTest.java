package org.nuanxin.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds records, schemas, approved samples and the AsyncAPI document against each other. */
class EventContractTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  @Nested
  class AnApprovedSample {

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isValidAgainstItsSchema(EventType type) {
      assertThat(schema(type).validate(sample(type), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isReadByTodaysRecordWithoutLoss(EventType type) {
      DomainEvent event = JSON.readValue(sample(type), type.record());

      assertThat((JsonNode) JSON.valueToTree(event)).isEqualTo(JSON.readTree(sample(type)));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isReadAlsoWithAFieldOfTomorrow(EventType type) {
      ObjectNode tomorrow = (ObjectNode) JSON.readTree(sample(type));
      tomorrow.put("addedLater", "x");

      assertThat(JSON.treeToValue(tomorrow, type.record()))
          .isEqualTo(JSON.readValue(sample(type), type.record()));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isReadAlsoWithNothingButWhatIsRequired(EventType type) {
      JsonNode schema = JSON.readTree(resource("/schemas/" + type.type() + ".json"));
      Set<String> required = new TreeSet<>();
      schema.get("required").forEach(name -> required.add(name.stringValue()));
      ObjectNode least = ((ObjectNode) JSON.readTree(sample(type))).retain(required);

      assertThat(schema(type).validate(least.toString(), InputFormat.JSON)).isEmpty();
      assertThat(JSON.treeToValue(least, type.record()).key()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isRefusedByTheSchemaWithoutARequiredField(EventType type) {
      ObjectNode broken = (ObjectNode) JSON.readTree(sample(type));
      broken.remove("federation");

      assertThat(schema(type).validate(broken.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void holdsNoFieldForPersonalData(EventType type) {
      assertThat(JSON.readTree(sample(type)).propertyNames())
          .doesNotContain("name", "idNumber", "phone");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void namesItsKeyAndItsTypeAgain(EventType type) {
      DomainEvent event = JSON.readValue(sample(type), type.record());

      assertThat(event.key()).isNotBlank();
      assertThat(event.eventType()).isEqualTo(type);
    }
  }

  /** As it was approved before fields were added to its type; records of it are on the topics. */
  @Nested
  class AnEarlierSample {

    @ParameterizedTest
    @EnumSource(names = {"MEMBER_JOINED", "MEMBER_PHONE_CHANGED"})
    void isValidAgainstTodaysSchema(EventType type) {
      assertThat(schema(type).validate(earlier(type), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER_JOINED, unionPath", "MEMBER_PHONE_CHANGED, formerPhoneIndex"})
    void isAllOfTodaysButWhatWasAdded(EventType type, String added) {
      ObjectNode now = (ObjectNode) JSON.readTree(sample(type));
      assertThat(now.remove(added)).isNotNull();

      assertThat((JsonNode) now).isEqualTo(JSON.readTree(earlier(type)));
    }

    @Test
    void ofAJoiningIsReadWithoutThePathOfUnions() {
      MemberJoined earlier = JSON.readValue(earlier(EventType.MEMBER_JOINED), MemberJoined.class);
      MemberJoined now = JSON.readValue(sample(EventType.MEMBER_JOINED), MemberJoined.class);

      assertThat(earlier.unionPath()).isNull();
      assertThat(earlier.knownUnionPath()).isEmpty();
      assertThat(now.knownUnionPath()).containsExactly("460200", "industry-courier");
      assertThat(earlier.key()).isEqualTo(now.key());
    }

    @Test
    void ofAnotherPhoneIsReadWithoutTheFormerOne() {
      EventType type = EventType.MEMBER_PHONE_CHANGED;
      MemberPhoneChanged earlier = JSON.readValue(earlier(type), MemberPhoneChanged.class);
      MemberPhoneChanged now = JSON.readValue(sample(type), MemberPhoneChanged.class);

      assertThat(earlier.formerPhoneIndex()).isNull();
      assertThat(now.formerPhoneIndex()).isNotEqualTo(now.phoneIndex());
      assertThat(earlier.phoneIndex()).isEqualTo(now.phoneIndex());
    }

    private static String earlier(EventType type) {
      return resource("/earlier-samples/" + type.type() + ".json");
    }
  }

  @Nested
  class ASchema {

    @ParameterizedTest
    @EnumSource(EventType.class)
    void hasExactlyTheFieldsOfTheRecord(EventType type) {
      JsonNode schema = JSON.readTree(resource("/schemas/" + type.type() + ".json"));

      assertThat(new TreeSet<>(schema.get("properties").propertyNames()))
          .isEqualTo(
              components(type).stream()
                  .map(RecordComponent::getName)
                  .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void requiresExactlyWhatTheRecordCannotDoWithout(EventType type) {
      JsonNode schema = JSON.readTree(resource("/schemas/" + type.type() + ".json"));
      Set<String> required = new TreeSet<>();
      schema.get("required").forEach(name -> required.add(name.stringValue()));

      assertThat(required)
          .isEqualTo(
              components(type).stream()
                  .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                  .map(RecordComponent::getName)
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Nested
  class TheAsyncApiDocument {

    private final JsonNode document = new YAMLMapper().readTree(resource("/asyncapi.yaml"));

    @Test
    void namesEveryTopicAndNoOther() {
      Set<String> addresses = new TreeSet<>();
      document.get("channels").forEach(c -> addresses.add(c.get("address").stringValue()));

      assertThat(addresses).isEqualTo(new TreeSet<>(Topics.ALL));
    }

    @Test
    void namesEveryTypeOnItsTopicAndNoOther() {
      Set<String> documented = new TreeSet<>();
      document
          .get("channels")
          .forEach(channel ->
              channel
                  .get("messages")
                  .propertyNames()
                  .forEach(message ->
                      documented.add(
                          channel.get("address").stringValue()
                              + ' '
                              + message(message).get("name").stringValue())));

      assertThat(documented)
          .isEqualTo(
              Arrays.stream(EventType.values())
                  .map(type -> type.topic() + ' ' + type.type())
                  .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void pointsEachMessageToItsSchema(EventType type) {
      assertThat(message(type.record().getSimpleName()).at("/payload/schema/$ref").stringValue())
          .isEqualTo("./schemas/" + type.type() + ".json");
    }

    @Test
    void statesTheNumberOfPartitions() {
      document
          .get("channels")
          .forEach(channel ->
              assertThat(channel.at("/bindings/kafka/partitions").intValue())
                  .isEqualTo(Topics.PARTITIONS));
    }

    @Test
    void isAnAsyncApi3Document() {
      assertThat(document.get("asyncapi").stringValue()).startsWith("3.");
      assertThat(document.get("info").get("title").stringValue()).isNotBlank();
      for (JsonNode operation : document.get("operations")) {
        String channel = operation.at("/channel/$ref").stringValue();
        assertThat(document.at(channel.substring(1)).isObject()).as(channel).isTrue();
      }
    }

    private JsonNode message(String name) {
      return document.at("/components/messages/" + name);
    }
  }

  @Nested
  class TheCatalogue {

    @Test
    void knowsNoUnknownType() {
      assertThat(EventType.ofType("org.nuanxin.nothing.v1")).isEmpty();
    }

    @Test
    void usesEachLiteralOnce() {
      assertThat(Arrays.stream(EventType.values()).map(EventType::type)).doesNotHaveDuplicates();
    }

    @Test
    void hasEveryPermittedRecord() {
      assertThat(leaves(DomainEvent.class))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(EventType.values()).map(EventType::record).toList());
    }

    @Test
    void refusesARecordThatIsNotInIt() {
      assertThatThrownBy(() -> EventType.of(MembershipEvent.class))
          .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Class<?>> leaves(Class<?> type) {
      return type.isRecord()
          ? List.of(type)
          : Arrays.stream(type.getPermittedSubclasses())
              .flatMap(each -> leaves(each).stream())
              .toList();
    }
  }

  /** A sample that is approved here may not be changed but by adding fields. */
  @ParameterizedTest
  @EnumSource(EventType.class)
  void keepsOneSampleForEachType(EventType type) {
    Path samples = Path.of("src/test/resources/samples");

    assertThat(samples.resolve(type.type() + ".json")).exists();
    assertThat(samples.toFile().list()).hasSize(EventType.values().length);
  }

  private static List<RecordComponent> components(EventType type) {
    return List.of(type.record().getRecordComponents());
  }

  private static Schema schema(EventType type) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource("/schemas/" + type.type() + ".json"), InputFormat.JSON);
  }

  private static String sample(EventType type) {
    return ApprovedSamples.of(type);
  }

  private static String resource(String name) {
    try (var in = EventContractTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
