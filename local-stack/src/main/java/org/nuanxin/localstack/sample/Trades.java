package org.nuanxin.localstack.sample;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What the workers of the sample do for a living.
 *
 * @param occupation as in the application
 * @param share how many of a hundred workers do it
 * @param platforms where such work is found
 * @param employers synthetic firms that employ for it, the first with a union of its own; empty
 *     where nobody does
 */
record Trades(String occupation, int share, List<String> platforms, List<String> employers) {

  private static final List<Trades> ALL =
      List.of(
          new Trades(
              "FOOD_DELIVERY_RIDER",
              34,
              List.of("美团", "饿了么", "京东秒送"),
              List.of("三亚南风示例配送服务有限公司", "三亚示例骑手服务有限公司")),
          new Trades(
              "COURIER",
              25,
              List.of("顺丰", "中通", "圆通", "京东物流", "极兔"),
              List.of("三亚海韵示例快运有限公司", "三亚示例速运有限公司", "崖州示例快递服务部")),
          new Trades(
              "RIDE_HAILING_DRIVER",
              22,
              List.of("滴滴出行", "曹操出行", "T3出行"),
              List.of("海南椰洲示例出行科技有限公司", "海南示例出行服务有限公司")),
          new Trades(
              "TRUCK_DRIVER",
              13,
              List.of("货拉拉", "满帮", "快狗打车"),
              List.of("三亚鹿城示例物流股份有限公司", "三亚示例货运有限公司")),
          new Trades("LIVE_STREAMER", 6, List.of("抖音", "快手", "淘宝直播"), List.of()));

  static Trades any(Random random) {
    int place = random.nextInt(100);
    for (Trades trade : ALL) {
      place -= trade.share;
      if (place < 0) {
        return trade;
      }
    }
    return ALL.getLast();
  }

  /** One or two platforms, or none. */
  List<String> somePlatforms(Random random) {
    int first = random.nextInt(platforms.size());
    return switch (random.nextInt(10)) {
      case 0 -> List.of();
      case 1, 2 -> List.of(platforms.get(first), platforms.get((first + 1) % platforms.size()));
      default -> List.of(platforms.get(first));
    };
  }

  /** One in eight has an employer, where there is one at all. */
  @Nullable String someEmployer(Random random) {
    int chance = random.nextInt(8);
    return employers.isEmpty() || chance > 0
        ? null
        : employers.get(random.nextInt(employers.size()));
  }
}
