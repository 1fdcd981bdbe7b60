#ifdef BENCH_EMBREE

#include "embree_scene.hpp"

#include <algorithm>
#include <limits>

namespace bench {

EmbreeScene::EmbreeScene(const engine::PartMesh &mesh)
    : device_(rtcNewDevice("threads=1")), scene_(rtcNewScene(device_)) {
    rtcSetSceneFlags(scene_, RTC_SCENE_FLAG_ROBUST); // as ours: no ray slips through an edge
    rtcSetSceneBuildQuality(scene_, RTC_BUILD_QUALITY_HIGH);
    RTCGeometry triangles = rtcNewGeometry(device_, RTC_GEOMETRY_TYPE_TRIANGLE);
    auto *vertices = static_cast<glm::vec3 *>(
        rtcSetNewGeometryBuffer(triangles, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3,
                                sizeof(glm::vec3), mesh.position.size()));
    std::ranges::copy(mesh.position, vertices);
    using Corners = std::array<std::uint32_t, 3>;
    auto *corners = static_cast<Corners *>(
        rtcSetNewGeometryBuffer(triangles, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3,
                                sizeof(Corners), mesh.triangle.size()));
    std::ranges::copy(mesh.triangle, corners);
    rtcCommitGeometry(triangles);
    rtcAttachGeometry(scene_, triangles);
    rtcReleaseGeometry(triangles);
    rtcCommitScene(scene_);
}

EmbreeScene::~EmbreeScene() {
    rtcReleaseScene(scene_);
    rtcReleaseDevice(device_);
}

bool EmbreeScene::hit(const engine::Ray &ray) const {
    RTCRayHit query{};
    query.ray.org_x = ray.origin.x;
    query.ray.org_y = ray.origin.y;
    query.ray.org_z = ray.origin.z;
    query.ray.dir_x = ray.direction.x;
    query.ray.dir_y = ray.direction.y;
    query.ray.dir_z = ray.direction.z;
    query.ray.tfar = std::numeric_limits<float>::infinity();
    query.ray.mask = ~0U;
    query.hit.geomID = RTC_INVALID_GEOMETRY_ID;
#if BENCH_EMBREE == 4
    rtcIntersect1(scene_, &query);
#else
    RTCIntersectContext context;
    rtcInitIntersectContext(&context);
    rtcIntersect1(scene_, &context, &query);
#endif
    return query.hit.geomID != RTC_INVALID_GEOMETRY_ID;
}

} // namespace bench

#endif
