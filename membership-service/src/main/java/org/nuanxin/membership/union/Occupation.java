package org.nuanxin.membership.union;

import org.jspecify.annotations.Nullable;

/** What a gig worker does; it names the industry federation, where there is one. */
public enum Occupation {
  /** Delivers parcels. */
  COURIER("industry-courier"),
  /** Delivers meals. */
  FOOD_DELIVERY_RIDER("industry-food-delivery"),
  /** Drives passengers who order by app. */
  RIDE_HAILING_DRIVER("industry-ride-hailing"),
  /** Drives freight. */
  TRUCK_DRIVER("industry-freight"),
  /** Streams live for a living. */
  LIVE_STREAMER("industry-live-streaming"),
  /** Anything else: no industry federation of its own. */
  OTHER(null);

  private final @Nullable String industryUnion;

  Occupation(@Nullable String industryUnion) {
    this.industryUnion = industryUnion;
  }

  /** Id of the industry federation; null where the occupation has none. */
  public @Nullable String industryUnion() {
    return industryUnion;
  }
}
