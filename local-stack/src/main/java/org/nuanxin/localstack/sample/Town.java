package org.nuanxin.localstack.sample;

import java.util.List;

/**
 * A part of Sanya where people work and stations stand.
 *
 * @param weight how many stations it gets in proportion to others
 * @param spread standard deviation of the distance from its centre, in degrees
 */
record Town(
    String name, String district, double longitude, double latitude, int weight, double spread) {

  static final List<Town> ALL =
      List.of(
          new Town("解放路", "460204", 109.505, 18.248, 16, 0.006),
          new Town("河西", "460204", 109.498, 18.258, 16, 0.007),
          new Town("三亚湾", "460204", 109.475, 18.283, 12, 0.008),
          new Town("海坡", "460204", 109.440, 18.298, 9, 0.007),
          new Town("羊栏", "460204", 109.425, 18.310, 10, 0.008),
          new Town("桶井", "460204", 109.410, 18.330, 4, 0.008),
          new Town("马岭", "460204", 109.355, 18.305, 4, 0.007),
          new Town("育才", "460204", 109.300, 18.470, 4, 0.010),
          new Town("大东海", "460203", 109.525, 18.228, 9, 0.005),
          new Town("河东", "460203", 109.517, 18.255, 18, 0.007),
          new Town("临春", "460203", 109.525, 18.248, 14, 0.006),
          new Town("迎宾路", "460203", 109.550, 18.270, 14, 0.008),
          new Town("荔枝沟", "460203", 109.540, 18.290, 14, 0.008),
          new Town("红沙", "460203", 109.560, 18.258, 7, 0.006),
          new Town("田独", "460203", 109.600, 18.285, 9, 0.008),
          new Town("亚龙湾", "460203", 109.635, 18.245, 7, 0.007),
          new Town("大茅", "460203", 109.600, 18.330, 3, 0.008),
          new Town("林旺", "460202", 109.715, 18.355, 8, 0.007),
          new Town("海棠湾", "460202", 109.725, 18.335, 8, 0.008),
          new Town("藤桥", "460202", 109.745, 18.400, 6, 0.008),
          new Town("南田", "460202", 109.700, 18.420, 4, 0.010),
          new Town("龙海", "460202", 109.690, 18.300, 4, 0.007),
          new Town("崖城", "460205", 109.170, 18.360, 9, 0.008),
          new Town("港门", "460205", 109.140, 18.355, 4, 0.006),
          new Town("南滨", "460205", 109.200, 18.370, 5, 0.008),
          new Town("南山", "460205", 109.210, 18.320, 4, 0.007),
          new Town("深海科技城", "460205", 109.165, 18.325, 5, 0.006),
          new Town("梅山", "460205", 109.000, 18.375, 4, 0.006));
}
