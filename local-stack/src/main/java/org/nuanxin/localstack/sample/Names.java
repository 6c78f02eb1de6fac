package org.nuanxin.localstack.sample;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/**
 * Names as they are met in Sanya: those of all China, surnames and given names frequent among Li
 * and Miao people, names with a middle dot, and given names in characters outside the first plane
 * of Unicode that the standard list of 2013 has.
 */
final class Names {

  private static final List<String> LOCAL_SURNAMES =
      List.of("符", "黎", "王", "吉", "羊", "董", "麦", "蒲", "邢", "苻", "盆", "邓", "赵", "蒋", "李");
  private static final List<String> LOCAL_GIVEN =
      List.of(
          "亚娜", "亚福", "亚坤", "阿良", "阿妹", "阿香", "国才", "国雄", "海英", "海燕", "海波", "德明", "德兴", "永青", "永红",
          "文清", "文雄", "桂香", "桂花", "琼花", "琼海", "椰风", "志林", "志雄", "开华", "开文", "世光", "世雄", "进财", "进文");
  private static final List<String> DOTTED =
      List.of(
          "买买提·吐尔逊",
          "阿依古丽·艾合买提",
          "热合曼·库尔班",
          "努尔兰·叶尔肯",
          "古丽娜尔·哈力克",
          "玛依拉·沙吾提",
          "吾买尔·江",
          "阿卜杜热合曼·麦麦提",
          "卓玛·央金",
          "次仁·多吉",
          "木乃·约布",
          "阿木·拉坡");
  private static final List<String> RARE_GIVEN =
      List.of(
          "𬱖", "𫖯", "𬭎宇", "子𬀩", "𫘧", "𬸪飞", "㛃", "文𬤇", "𬬻", "志𫄸", "赟", "燚", "頔", "翀", "骉");

  private final Random random;
  private final Faker faker;

  /** Names drawn from the given source of chance, which the caller sets before each name. */
  Names(Random random) {
    this.random = random;
    this.faker = new Faker(Locale.of("zh", "CN"), random);
  }

  String next() {
    int kind = random.nextInt(1_000);
    if (kind < 15) {
      return one(DOTTED);
    }
    if (kind < 35) {
      return surname() + one(RARE_GIVEN);
    }
    if (kind < 235) {
      return one(LOCAL_SURNAMES) + one(LOCAL_GIVEN);
    }
    return surname() + faker.name().firstName();
  }

  private String surname() {
    return random.nextInt(4) == 0 ? one(LOCAL_SURNAMES) : faker.name().lastName();
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
