package org.nuanxin.benefits.programme.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.bson.Document;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.programme.Programmes;
import org.nuanxin.kit.mongo.DuplicateKeys;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programmes in {@code programmes}, read into memory. The seed file brings new programmes and newer
 * versions; what staff has raised beyond the seed's version stays.
 */
public final class MongoProgrammes implements Programmes {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SEED = "/programmes.json";
  private static final String DATA = "data";
  private static final String VERSION = "version";

  private final MongoCollection<Document> collection;
  private volatile Map<String, Programme> current = Map.of();

  /** In this database; nothing is read before {@link #refresh}. */
  public MongoProgrammes(MongoDatabase database) {
    collection = database.getCollection("programmes");
  }

  /** Brings the stored programmes up to the seed file and reads them. */
  public void seed() {
    try (InputStream file = MongoProgrammes.class.getResourceAsStream(SEED)) {
      if (file == null) {
        throw new IllegalStateException(SEED + " is missing");
      }
      for (Programme programme : JSON.readValue(file, Programme[].class)) {
        raise(programme);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(SEED + " cannot be read", e);
    }
    refresh();
  }

  private void raise(Programme programme) {
    try {
      collection.replaceOne(
          and(eq("_id", programme.code()), lt(VERSION, programme.version())),
          new Document("_id", programme.code())
              .append(VERSION, programme.version())
              .append(DATA, Document.parse(JSON.writeValueAsString(programme))),
          new ReplaceOptions().upsert(true));
    } catch (MongoWriteException e) {
      if (!DuplicateKeys.is(e)) {
        throw e;
      }
      // It is there in this version or a newer one.
    }
  }

  /** Reads what is stored. */
  public void refresh() {
    Map<String, Programme> read = new TreeMap<>();
    for (Document document : collection.find()) {
      Programme programme =
          JSON.readValue(document.get(DATA, Document.class).toJson(), Programme.class);
      read.put(programme.code(), programme);
    }
    current = read;
  }

  @Override
  public Programme get(String code) {
    Programme found = current.get(code);
    if (found == null) {
      throw new NoSuchElementException("No programme " + code);
    }
    return found;
  }

  @Override
  public List<Programme> all() {
    return new ArrayList<>(current.values());
  }
}
