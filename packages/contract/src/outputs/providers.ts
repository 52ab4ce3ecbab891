import * as z from "zod";
import { SecondFactorRequired, SignedIn, Timestamp } from "./identity.ts";

const ProviderChoice = z.object({ key: z.string(), name: z.string() });
export type ProviderChoice = z.infer<typeof ProviderChoice>;

/** Which providers are configured, in the order of their buttons. */
export const ProviderChoices = z.object({ providers: z.array(ProviderChoice) });
export const ProviderAddress = z.object({ url: z.string() });

const OFFER_PROOFS = ["password", "totp", "backup_code"] as const;
export type OfferProof = (typeof OFFER_PROOFS)[number];

/** The address that the provider has proven has an account: it is linked once its owner has proven that account, too. */
export const ProofRequired = z.object({
  proofRequired: z.literal(true),
  offerId: z.string(),
  email: z.string(),
  /** By which of these; empty where the account has none, and its owner signs in the way they did before. */
  methods: z.array(z.enum(OFFER_PROOFS)),
  expiresAt: Timestamp,
});
export type ProofRequired = z.infer<typeof ProofRequired>;

/** As login, or what stands before it; `returnTo` is where the flow was begun for. */
export const ProviderAnswer = z.union([
  SignedIn.extend({ returnTo: z.string().nullable() }),
  SecondFactorRequired.extend({ returnTo: z.string().nullable() }),
  ProofRequired,
  z.object({ status: z.literal("verification_sent") }),
  z.object({ status: z.literal("linked") }),
]);
export type ProviderAnswer = z.infer<typeof ProviderAnswer>;

export const Connection = z.object({
  id: z.string(),
  provider: ProviderChoice,
  email: z.string().nullable(),
  name: z.string().nullable(),
  linkedAt: Timestamp,
  lastUsedAt: Timestamp.nullable(),
  /** Whether nothing else leads into the account, so that it has to stay. */
  isLastWayIn: z.boolean(),
});
export type Connection = z.infer<typeof Connection>;

/** One's own, and the providers that could be added. */
export const Connections = z.object({ connections: z.array(Connection), available: z.array(ProviderChoice) });
