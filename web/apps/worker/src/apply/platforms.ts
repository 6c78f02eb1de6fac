import type { Occupation } from '../home/application'

/** Platforms that people in Sanya usually work for, by their own names, which is what is sent. */
const USUAL: Record<Occupation, readonly string[]> = {
  COURIER: ['顺丰', '京东', '中通', '圆通', '申通', '韵达', '极兔', '邮政'],
  FOOD_DELIVERY_RIDER: ['美团', '饿了么', '京东秒送', '顺丰同城', '达达', '闪送'],
  RIDE_HAILING_DRIVER: ['滴滴', '高德', 'T3出行', '曹操出行', '花小猪', '首汽约车'],
  TRUCK_DRIVER: ['货拉拉', '满帮', '滴滴货运', '快狗打车'],
  LIVE_STREAMER: ['抖音', '快手', '淘宝直播', '视频号', '小红书'],
  OTHER: ['美团', '京东', '滴滴', '抖音', '货拉拉', '58到家'],
}

/** What to choose from: the usual ones for this work, and whatever was chosen before. */
export function platformsFor(
  occupation: Occupation | null,
  chosen: readonly string[],
): readonly string[] {
  return [...new Set([...USUAL[occupation ?? 'OTHER'], ...chosen])]
}
