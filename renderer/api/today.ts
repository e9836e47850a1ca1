import { useQuery } from "@tanstack/react-query";
import { api } from "./api.ts";

/** The day in Viet Nam, `YYYY-MM-DD`, by the clock of the program; "" until it has answered. */
export function useToday(): string {
  return useQuery(api.office.status.queryOptions()).data?.today ?? "";
}
