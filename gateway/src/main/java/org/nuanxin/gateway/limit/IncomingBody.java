package org.nuanxin.gateway.limit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelException;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.problem.ProblemException;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * A body on its way, all of it in the event loop of its connection. What came together with its
 * header is whole before the loop turns, and costs no more than that turn; any other takes a place
 * and has its time. A body in one piece stays the buffer it was read into.
 */
final class IncomingBody extends BaseSubscriber<DataBuffer> {

  private final EventLoop loop;
  private final Client client;
  private final BodyPlaces places;
  private final Duration patience;
  private final int most;

  private @Nullable MonoSink<Void> arrival;
  private @Nullable ByteBuf bytes;
  private @Nullable Future<?> deadline;
  private boolean inOnePiece = true;
  private boolean over;

  IncomingBody(EventLoop loop, Client client, BodyPlaces places, Duration patience, int most) {
    this.loop = loop;
    this.client = client;
    this.places = places;
    this.patience = patience;
    this.most = most;
  }

  /** Completes when the body is whole; with the problem to tell when it will not be. */
  Mono<Void> arriving(Flux<DataBuffer> parts) {
    return Mono.create(sink -> {
      arrival = sink;
      parts.subscribe(this);
    });
  }

  /** The whole body, to whoever asks; the buffer then is the asker's to release. */
  Flux<ByteBuf> whole() {
    return Mono.fromSupplier(() -> bytes == null ? null : bytes.retainedDuplicate()).flux();
  }

  /** Lets go of everything, however the call ended. */
  void release() {
    if (!loop.inEventLoop()) {
      loop.execute(this::release);
      return;
    }
    settle();
    cancel();
    if (bytes != null) {
      bytes.release();
      bytes = null;
    }
  }

  @Override
  protected void hookOnSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
    if (!over) {
      loop.execute(this::takePlace);
    }
  }

  @Override
  protected void hookOnNext(DataBuffer part) {
    ByteBuf more = NettyDataBufferFactory.toByteBuf(part);
    int size = (bytes == null ? 0 : bytes.readableBytes()) + more.readableBytes();
    if (over || size > most) {
      more.release();
      fail(Bodies.tooLarge(most));
    } else if (bytes == null) {
      bytes = more;
    } else {
      bytes = joined(bytes, more, size);
    }
  }

  /** Copied, since each of many small parts would keep the whole buffer it was read into. */
  private ByteBuf joined(ByteBuf former, ByteBuf more, int size) {
    ByteBuf all = former;
    if (inOnePiece) {
      inOnePiece = false;
      all = former.alloc().buffer(size, most).writeBytes(former);
      former.release();
    }
    all.writeBytes(more);
    more.release();
    return all;
  }

  @Override
  protected void hookOnComplete() {
    settle();
    if (arrival != null) {
      arrival.success();
    }
  }

  @Override
  protected void hookOnError(Throwable error) {
    // The server's own time for a whole request ran out first, which it tells by a kind of this.
    fail(error instanceof ChannelException ? Bodies.tooSlow() : Bodies.brokenOff());
  }

  private void takePlace() {
    if (over) {
      return;
    }
    try {
      places.take(client);
      deadline =
          loop.schedule(() -> fail(Bodies.tooSlow()), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ProblemException refusal) {
      fail(refusal);
    }
  }

  private void fail(ProblemException problem) {
    if (over) {
      return;
    }
    settle();
    cancel();
    if (arrival != null) {
      arrival.error(problem);
    }
  }

  private void settle() {
    over = true;
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
      places.leave(client);
    }
  }
}
