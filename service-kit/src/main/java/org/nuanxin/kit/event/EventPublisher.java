package org.nuanxin.kit.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Puts stored events on Kafka. One idempotent producer with {@code acks=all} for the process; sends
 * of one thread with one key keep their order. Thread-safe.
 */
public class EventPublisher {

  private static final long ACK_SECONDS = 15;

  private final Producer<String, byte[]> producer;
  private final byte[] source;

  /**
   * @param source the CloudEvents source, {@code urn:nuanxin:<service>}
   */
  public EventPublisher(Producer<String, byte[]> producer, String source) {
    this.producer = producer;
    this.source = CloudEventHeaders.bytes(source);
  }

  /**
   * Hands one event to the producer and returns; the callback tells of the broker's ack.
   *
   * @throws KafkaException when the producer's buffer stays full for {@code max.block.ms} or the
   *     topic's metadata cannot be had or the producer is closed; the callback may have been called
   *     as well
   * @throws IllegalStateException when this build does not know the event's type
   */
  public Future<RecordMetadata> send(StoredEvent event, Callback callback) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            event.topic(),
            null,
            event.key(),
            CloudEventHeaders.bytes(event.data()),
            CloudEventHeaders.of(event, source));
    try {
      return producer.send(record, callback);
    } catch (IllegalStateException e) {
      // So it says that it is closed: no fault of the record.
      throw new KafkaException("The producer is closed", e);
    }
  }

  /**
   * Sends all and returns when the broker has acknowledged every one.
   *
   * @throws PublishFailed when any was not acknowledged; any number of them may have arrived, so
   *     the caller sends all of them again
   */
  public void sendAndAwait(List<StoredEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    List<Future<RecordMetadata>> acks = new ArrayList<>(events.size());
    try {
      for (StoredEvent event : events) {
        acks.add(send(event, (metadata, failure) -> {}));
      }
      producer.flush();
      for (Future<RecordMetadata> ack : acks) {
        ack.get(ACK_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new PublishFailed(events.size(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishFailed(events.size(), e);
    }
  }
}
