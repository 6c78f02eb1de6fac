import { useI18n } from 'vue-i18n'
import type { Hurt } from './hurt'
import type { Place } from './picture'

/** Names of places and reasons in a person's language. */
export function useFlowWords() {
  const { t, te, locale } = useI18n()
  const count = (value: number | undefined) =>
    new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1 }).format(value ?? 0)

  /** A group by what it does; its own name where there are no words for it. */
  function groupName(group: string): string {
    const key = `flow.group.${group.replaceAll(/[^A-Za-z0-9]/g, '_')}`
    return te(key) ? t(key) : group
  }

  function serviceName(service: string): string {
    const key = `flow.service.${service}`
    return te(key) ? t(key) : service
  }

  function providerName(name: string): string {
    const key = `flow.provider.${name}`
    return te(key) ? t(key) : name
  }

  function providerState(state: string): string {
    const key = `flow.providerState.${state}`
    return te(key) ? t(key) : state
  }

  function placeName(place: Place): string {
    if (place.instances !== null) return serviceName(place.service)
    if (place.group !== '') return t('flow.way.consumer', { group: groupName(place.group) })
    return t(`flow.way.${place.id}`)
  }

  function reasonText({ reason, values }: Hurt): string {
    return t(`flow.reason.${reason}`, {
      count: count(values.count),
      of: values.of ?? 0,
      name: values.name === undefined ? '' : providerName(values.name),
      soon: values.seconds === undefined ? '' : t('flow.soon', { seconds: values.seconds }),
    })
  }
  return { groupName, serviceName, providerName, providerState, placeName, reasonText }
}
