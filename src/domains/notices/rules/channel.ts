import {
  type Channel,
  type ChosenChannel,
  channelNames,
  channels,
  type Habit,
  type Kind,
} from '../notice.ts'

const isChosen = (channel: Channel): channel is ChosenChannel => channels[channel].isChosen

/** What a person of this city can choose among: what needs no connection, and what the city is connected to. */
export const choosable = (connected: ReadonlySet<Channel>): readonly ChosenChannel[] =>
  channelNames
    .filter(isChosen)
    .filter((channel) => !channels[channel].needsConnection || connected.has(channel))

/** The way of one notice: as the person chose, but what that way must not carry goes by mail. */
export const channelOf = (
  kind: Pick<Kind, 'secret'>,
  { channel }: Pick<Habit, 'channel'>,
): ChosenChannel => (kind.secret && !channels[channel].carriesSecrets ? 'mail' : channel)
