package org.nuanxin.membership;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.member.Rule;
import org.nuanxin.membership.union.Occupation;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service ({@code nuanxin.membership.*}).
 *
 * @param rules the rules of auto-review in force; absent: {@link Rule#DEFAULT}
 * @param reviewedOccupations occupations that a reviewer looks at in any case
 * @param zone the federation's time zone
 * @param endOfWorkingDay by when an application of the day is decided
 * @param grantsWithin how soon after joining a benefit is expected
 * @param registeredWorkers gig workers registered in the city, against which coverage is told
 * @param figuresFor how long figures are kept at least before they are counted anew; ten times as
 *     long as counting took, up to a minute
 */
@ConfigurationProperties("nuanxin.membership")
record MembershipSettings(
    @Nullable Set<Rule> rules,
    @DefaultValue Set<Occupation> reviewedOccupations,
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @DefaultValue("17:30") LocalTime endOfWorkingDay,
    @DefaultValue("10m") Duration grantsWithin,
    @DefaultValue("23000") long registeredWorkers,
    @DefaultValue("5s") Duration figuresFor) {}
