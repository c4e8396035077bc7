import { exampleLayer, type ExampleLayer } from './example-layer.ts';
import type { Plan } from './plan.ts';

/** A plan as a dataset in each of the three layers of plans, part = plan id; without consideration zones, in two. */
export function planLayers(plans: Plan[]): ExampleLayer[] {
  return plans.flatMap((plan) => {
    const about = {
      title: plan.name.replace(' (eksempel)', ''),
      coverage: plan.outline,
      dataDate: plan.inForce ?? '2025-03-01',
      accuracyM: 2,
    };
    const outline = exampleLayer('plan', plan.id, about, () => [
      {
        id: plan.id,
        properties: {
          plan_id: plan.id,
          name: plan.name,
          plan_type: plan.type,
          plan_status: plan.status,
          law: plan.law,
          in_force: plan.inForce,
          predecessor: plan.predecessor,
        },
        geometry: plan.outline,
      },
    ]);
    const zoning = exampleLayer('zoning', plan.id, about, () =>
      plan.zones.map((zone, index) => ({
        id: `${plan.id}-z${index + 1}`,
        properties: {
          object_type: zone.objectType,
          purpose: zone.purpose,
          status: zone.status,
          level: zone.level,
          name: zone.name,
          plan_id: plan.id,
        },
        geometry: zone.geometry,
      })),
    );
    if (plan.considerations.length === 0) return [outline, zoning];
    const considerations = exampleLayer('zoning-consideration', plan.id, about, () =>
      plan.considerations.map(({ type, code, name, geometry }, index) => ({
        id: `${plan.id}-h${index + 1}`,
        properties: { type, code, name, plan_id: plan.id },
        geometry,
      })),
    );
    return [outline, zoning, considerations];
  });
}
