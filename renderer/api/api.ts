import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import type { Contract } from "../../shared/contract/index.ts";
import { connectionLink } from "./connection.ts";

/** The contract as calls. */
export const client: ContractRouterClient<Contract> = createORPCClient(connectionLink);

/** The contract as queries and mutations of TanStack Query. */
export const api = createTanstackQueryUtils(client);
